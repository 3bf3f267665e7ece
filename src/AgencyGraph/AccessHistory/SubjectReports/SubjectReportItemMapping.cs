using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.AccessHistory.SubjectReports;

internal sealed class SubjectReportItemMapping : IEntityTypeConfiguration<SubjectReportItem>
{
    public void Configure(EntityTypeBuilder<SubjectReportItem> builder)
    {
        _ = builder.ToTable("subject_report_items");
        _ = builder.HasKey(item => item.Id);
        _ = builder.Property(item => item.Reason).HasMaxLength(SubjectReportItem.ReasonMaxLength);
        _ = builder.Property(item => item.DecidedBy).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(item => item.Report).WithMany(report => report.Items).HasForeignKey(item => item.ReportId);
        _ = builder.HasOne(item => item.Agency).WithMany().HasForeignKey(item => item.AgencyCode);
        _ = builder.HasIndex(item => new { item.ReportId, item.Number }).IsUnique();
    }
}
