using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Registrations;

internal sealed class AgencyRegistrationMapping : IEntityTypeConfiguration<AgencyRegistration>
{
    public void Configure(EntityTypeBuilder<AgencyRegistration> builder)
    {
        _ = builder.ToTable("agency_registrations");
        _ = builder.HasKey(registration => registration.Id);
        _ = builder.Property(registration => registration.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(registration => registration.Agency).WithMany().HasForeignKey(registration => registration.AgencyCode);
    }
}
