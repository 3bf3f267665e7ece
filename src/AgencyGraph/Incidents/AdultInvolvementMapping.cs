using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Incidents;

internal sealed class AdultInvolvementMapping : IEntityTypeConfiguration<AdultInvolvement>
{
    public void Configure(EntityTypeBuilder<AdultInvolvement> builder)
    {
        _ = builder.ToTable("adult_involvements");
        _ = builder.HasKey(involvement => involvement.Id);
        _ = builder.Property(involvement => involvement.GivenName).HasMaxLength(ChildRecord.NameMaxLength);
        _ = builder.Property(involvement => involvement.Surname).HasMaxLength(ChildRecord.NameMaxLength);
        _ = builder.ComplexProperty(involvement => involvement.UsualAddress, address => address.InColumns("usual"));
        _ = builder.ComplexProperty(involvement => involvement.SafeAddress, address => address.InColumns("safe"));
        _ = builder.HasOne(involvement => involvement.Incident).WithMany(incident => incident.Adults)
            .HasForeignKey(involvement => involvement.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
