using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Children;

/// <summary>An address lies in its owner's row, in two columns; no lines means no address.</summary>
internal static class AddressMapping
{
    public static void InColumns(this ComplexPropertyBuilder<Address> address, string prefix)
    {
        _ = address.Property(part => part.Lines).HasColumnName($"{prefix}_lines").HasMaxLength(Address.TextMaxLength);
        _ = address.Property(part => part.Postcode).HasColumnName($"{prefix}_postcode").HasMaxLength(Address.PostcodeMaxLength);
    }
}
