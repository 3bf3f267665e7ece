namespace AgencyGraph.Access;

/// <summary>Why somebody was not let in: a code for programs and a sentence for people.</summary>
public sealed record Refusal
{
    public const string UnauthenticatedCode = "UNAUTHENTICATED";
    public const string RoleRequiredCode = "ROLE_REQUIRED";
    public const string PurposeRequiredCode = "PURPOSE_REQUIRED";
    public const string PurposeNotPermittedCode = "PURPOSE_NOT_PERMITTED";

    private Refusal(string code, string message) => (Code, Message) = (code, message);

    public string Code { get; }

    public string Message { get; }

    /// <summary>The same for every cause, so that a forger learns nothing.</summary>
    public static Refusal Unauthenticated { get; } = new(UnauthenticatedCode, "Sign in: send a valid bearer token.");

    internal static Refusal RoleRequired(IReadOnlyCollection<string> choices) => new(
        RoleRequiredCode,
        choices.Count == 0
            ? "The token carries no role that suits its agency."
            : $"Choose one of the token's roles with {SignInHeaders.Role}: {string.Join(", ", choices)}.");

    internal static Refusal PurposeRequired(IEnumerable<string> choices) => new(
        PurposeRequiredCode, $"State the purpose with {SignInHeaders.Purpose}: {string.Join(" or ", choices)}.");

    internal static Refusal PurposeNotPermitted(IEnumerable<string> choices) => new(
        PurposeNotPermittedCode, $"The role may not act for this purpose. It may act for: {string.Join(", ", choices)}.");
}
