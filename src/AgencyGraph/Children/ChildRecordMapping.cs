using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Children;

internal sealed class ChildRecordMapping : IEntityTypeConfiguration<ChildRecord>
{
    public void Configure(EntityTypeBuilder<ChildRecord> builder)
    {
        _ = builder.ToTable("child_records");
        _ = builder.HasKey(record => record.Id);
        _ = builder.Property(record => record.Version).IsConcurrencyToken();
        _ = builder.Property(record => record.GivenName).HasMaxLength(ChildRecord.NameMaxLength);
        _ = builder.Property(record => record.Surname).HasMaxLength(ChildRecord.NameMaxLength);
        _ = builder.ComplexProperty(record => record.UsualAddress, address => address.InColumns("usual"));
        _ = builder.ComplexProperty(record => record.SafeAddress, address => address.InColumns("safe"));
        _ = builder.HasOne(record => record.Child).WithMany(child => child.Records).HasForeignKey(record => record.ChildId);
        _ = builder.HasOne(record => record.Agency).WithMany().HasForeignKey(record => record.AgencyCode);
        _ = builder.HasIndex(record => record.ChildId);
        // By these a child is sought in an emergency, among everybody's.
        _ = builder.HasIndex(record => record.Upn).HasFilter("upn IS NOT NULL");
        _ = builder.HasIndex(record => record.BornOn).HasFilter("born_on IS NOT NULL");
        _ = builder.HasIndex(record => new { record.AgencyCode, record.LocalReference }).IsUnique()
            .HasFilter("local_reference IS NOT NULL");
        // By which a council's own are looked through for those whose time is over.
        _ = builder.HasIndex(record => new { record.AgencyCode, record.RecordedAt, record.Id }).HasFilter("local_reference IS NOT NULL");
    }
}
