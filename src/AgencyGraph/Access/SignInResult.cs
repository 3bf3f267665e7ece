using System.Diagnostics.CodeAnalysis;

namespace AgencyGraph.Access;

/// <summary>Either who has signed in, or why nobody has.</summary>
public sealed record SignInResult
{
    internal SignInResult(SignedIn signedIn) => SignedIn = signedIn;

    internal SignInResult(Refusal refusal) => Refusal = refusal;

    public SignedIn? SignedIn { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(SignedIn))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => SignedIn is not null;
}
