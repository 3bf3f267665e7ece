using AgencyGraph.Children;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.AccessHistory.SubjectReports;

internal sealed class SubjectReportMapping : IEntityTypeConfiguration<SubjectReport>
{
    public void Configure(EntityTypeBuilder<SubjectReport> builder)
    {
        _ = builder.ToTable("subject_reports");
        _ = builder.HasKey(report => report.Id);
        _ = builder.Property(report => report.Version).IsConcurrencyToken();
        _ = builder.Property(report => report.Reference).HasMaxLength(SubjectReport.ReferenceMaxLength);
        _ = builder.Property(report => report.OpenedBy).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(report => report.ChildId);
        _ = builder.HasOne(report => report.Controller).WithMany().HasForeignKey(report => report.ControllerCode);
        _ = builder.HasIndex(report => new { report.ControllerCode, report.DueOn, report.Id });
        _ = builder.HasIndex(report => report.ChildId);
    }
}
