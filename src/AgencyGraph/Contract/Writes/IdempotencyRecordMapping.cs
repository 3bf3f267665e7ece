using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Contract.Writes;

internal sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        _ = builder.ToTable("IdempotencyRecords").HasKey(record => new { record.AgencyCode, record.Key });
        _ = builder.Property(record => record.AgencyCode).HasMaxLength(Agencies.AgencyCode.MaxLength);
        _ = builder.Property(record => record.Operation).HasMaxLength(IdempotencyRecord.OperationMaxLength);
        _ = builder.Property(record => record.BodyHash).HasMaxLength(IdempotencyRecord.BodyHashLength);
    }
}
