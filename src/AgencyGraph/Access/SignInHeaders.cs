namespace AgencyGraph.Access;

/// <summary>The headers with which a request says, besides its token, by whom, in which role and for which purpose it is made.</summary>
public static class SignInHeaders
{
    public const string Role = "X-Role";

    /// <summary>A proof that the token is the sender's (RFC 9449).</summary>
    public const string Proof = "DPoP";

    public const string Purpose = "X-Purpose";
}
