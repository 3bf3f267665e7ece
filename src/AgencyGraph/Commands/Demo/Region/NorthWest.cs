namespace AgencyGraph.Commands.Demo.Region;

/// <summary>The 15 councils of Greater Manchester and Merseyside. Their towns and postcode districts are real; nothing else is.</summary>
internal static class NorthWest
{
    public const string GreaterManchester = "greater-manchester";
    public const string Merseyside = "merseyside";

    /// <summary>The council whose tokens are printed, and to which the live feed turns most often.</summary>
    public const string ShownCouncil = "BUR";

    public static IReadOnlyList<SampleCouncil> Councils { get; } =
    [
        new("BOL", GreaterManchester, 350, 288, In("Bolton BL1", "Bolton BL2", "Bolton BL3", "Farnworth BL4", "Horwich BL6")),
        new("BUR", GreaterManchester, 351, 191, In("Bury BL9", "Bury BL8", "Ramsbottom BL0", "Radcliffe M26", "Prestwich M25", "Whitefield M45")),
        new("MAN", GreaterManchester, 352, 556, In("Manchester M8", "Manchester M9", "Manchester M11", "Manchester M14", "Manchester M22", "Manchester M40")),
        new("OLD", GreaterManchester, 353, 238, In("Oldham OL1", "Oldham OL4", "Oldham OL8", "Chadderton OL9", "Shaw OL2")),
        new("RCH", GreaterManchester, 354, 224, In("Rochdale OL11", "Rochdale OL12", "Rochdale OL16", "Heywood OL10", "Middleton M24")),
        new("SLF", GreaterManchester, 355, 263, In("Salford M5", "Salford M6", "Salford M7", "Eccles M30", "Swinton M27", "Worsley M28")),
        new("SKP", GreaterManchester, 356, 294, In("Stockport SK1", "Stockport SK2", "Stockport SK3", "Stockport SK5", "Cheadle SK8")),
        new("TAM", GreaterManchester, 357, 227, In("Ashton-under-Lyne OL6", "Hyde SK14", "Stalybridge SK15", "Dukinfield SK16", "Denton M34")),
        new("TRF", GreaterManchester, 358, 238, In("Stretford M32", "Urmston M41", "Sale M33", "Altrincham WA14", "Altrincham WA15")),
        new("WGN", GreaterManchester, 359, 331, In("Wigan WN1", "Wigan WN3", "Wigan WN5", "Leigh WN7", "Atherton M46")),
        new("KWL", Merseyside, 340, 152, In("Huyton L36", "Kirkby L32", "Kirkby L33", "Prescot L34")),
        new("LIV", Merseyside, 341, 500, In("Liverpool L4", "Liverpool L6", "Liverpool L8", "Liverpool L11", "Liverpool L13", "Liverpool L15")),
        new("SHN", Merseyside, 342, 181, In("St Helens WA9", "St Helens WA10", "St Helens WA11", "Newton-le-Willows WA12")),
        new("SFT", Merseyside, 343, 276, In("Bootle L20", "Southport PR8", "Southport PR9", "Crosby L23", "Maghull L31")),
        new("WRL", Merseyside, 344, 324, In("Birkenhead CH41", "Birkenhead CH42", "Wallasey CH44", "Wallasey CH45", "Heswall CH60")),
    ];

    private static Place[] In(params string[] places)
        => [.. places.Select(place => new Place(place[..place.LastIndexOf(' ')], place[(place.LastIndexOf(' ') + 1)..]))];
}
