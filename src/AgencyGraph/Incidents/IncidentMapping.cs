using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Incidents;

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        _ = builder.ToTable("incidents");
        _ = builder.HasKey(incident => incident.Id);
        _ = builder.Property(incident => incident.Version).IsConcurrencyToken();
        _ = builder.Property(incident => incident.CorrectionReason).HasMaxLength(Incident.ReasonMaxLength);
        _ = builder.Property(incident => incident.WithholdReason).HasMaxLength(Incident.ReasonMaxLength);
        _ = builder.Property(incident => incident.Handling).HasMaxLength(Incident.HandlingMaxLength);
        _ = builder.Property(incident => incident.Narrative).HasMaxLength(Incident.NarrativeMaxLength);
        _ = builder.ComplexProperty(incident => incident.Location, address => address.InColumns("location"));
        _ = builder.ComplexProperty(incident => incident.SafeLocation, address => address.InColumns("safe_location"));
        _ = builder.ComplexProperty(incident => incident.Informant, MapInformant);
        _ = builder.HasOne(incident => incident.Force).WithMany().HasForeignKey(incident => incident.ForceCode);
        _ = builder.HasOne(incident => incident.Council).WithMany().HasForeignKey(incident => incident.CouncilCode);
        _ = builder.HasIndex(incident => new { incident.ForceCode, incident.Reference }).IsUnique();
        _ = builder.HasIndex(incident => new { incident.CouncilCode, incident.RecordedAt, incident.Id });
        _ = builder.HasIndex(incident => new { incident.ForceCode, incident.RecordedAt, incident.Id });
    }

    private static void MapInformant(ComplexPropertyBuilder<Informant> informant)
    {
        _ = informant.Property(person => person.IsAnonymous).HasColumnName("informant_is_anonymous");
        _ = informant.Property(person => person.GivenName).HasColumnName("informant_given_name").HasMaxLength(ChildRecord.NameMaxLength);
        _ = informant.Property(person => person.Surname).HasColumnName("informant_surname").HasMaxLength(ChildRecord.NameMaxLength);
    }
}
