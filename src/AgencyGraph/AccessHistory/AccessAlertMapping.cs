using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.AccessHistory;

internal sealed class AccessAlertMapping : IEntityTypeConfiguration<AccessAlert>
{
    public void Configure(EntityTypeBuilder<AccessAlert> builder)
    {
        _ = builder.ToTable("access_alerts");
        _ = builder.HasKey(alert => alert.Id);
        _ = builder.Property(alert => alert.Reader).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(alert => alert.ReaderAgency).WithMany().HasForeignKey(alert => alert.ReaderAgencyCode);
        _ = builder.HasIndex(alert => new { alert.ReaderAgencyCode, alert.Reader, alert.Day, alert.AlertKind }).IsUnique();
        _ = builder.HasIndex(alert => new { alert.ReaderAgencyCode, alert.RaisedAt, alert.Id });
    }
}
