using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class AcknowledgementMapping : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        _ = builder.ToTable("acknowledgements");
        _ = builder.HasKey(acknowledgement => acknowledgement.Id);
        _ = builder.Property(acknowledgement => acknowledgement.Subject).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(acknowledgement => acknowledgement.Consumer).HasMaxLength(Acknowledgement.FingerprintLength);
        _ = builder.Property(acknowledgement => acknowledgement.Filter).HasMaxLength(Acknowledgement.FingerprintLength);
        _ = builder.HasOne(acknowledgement => acknowledgement.Agency).WithMany().HasForeignKey(acknowledgement => acknowledgement.AgencyCode);
        // However many acknowledge at once, a consumer stands at one place.
        _ = builder.HasIndex(acknowledgement => new { acknowledgement.Consumer, acknowledgement.Filter }).IsUnique();
        _ = builder.HasIndex(acknowledgement => new { acknowledgement.AgencyCode, acknowledgement.Subject });
    }
}
