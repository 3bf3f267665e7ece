using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Pages.Explorer;

/// <summary>Tells the explorer whom it may try to be, and signs the tokens. Without the development issuer there is nobody to be.</summary>
internal sealed class SampleTokens(DevelopmentTokens? tokens, AgencyDirectory agencies, TimeProvider clock)
{
    public Task ListAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        Role[] roles = tokens is null ? [] : [.. Enum.GetValues<Role>().Where(role => SampleCallers.AgenciesOf(role, agencies).Count > 0)];
        return context.Response.WriteAsJsonAsync(
            new
            {
                Roles = roles.Select(role => new
                {
                    Name = RoleNames.NameOf(role),
                    Purposes = Grants.Of(role).Purposes.Select(EnumNames.NameOf),
                    Agencies = SampleCallers.AgenciesOf(role, agencies).Select(agency => agency.Code.Value),
                }),
                Agencies = roles.SelectMany(role => SampleCallers.AgenciesOf(role, agencies))
                    .DistinctBy(agency => agency.Code)
                    .Select(agency => new { Code = agency.Code.Value, agency.Name }),
            },
            context.RequestAborted);
    }

    public async Task IssueAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        // A page from elsewhere cannot send this type without asking first, and nobody answers it.
        if (tokens is null || !context.Request.HasJsonContentType()
            || await ReadAsync(context.Request) is not { } asked || !IsOffered(asked, out var role))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(
                new { Code = "NOT_OFFERED", Message = "Ask for a role and an agency that /explorer/callers names, as JSON." },
                context.RequestAborted);
            return;
        }

        var agency = new AgencyCode(asked.Agency);
        var token = tokens.Issue([role], agency, SampleCallers.SubjectOf(role, agency), SampleCallers.TokenLifetime);
        await context.Response.WriteAsJsonAsync(
            new { Token = token, ExpiresAt = clock.GetUtcNow() + SampleCallers.TokenLifetime }, context.RequestAborted);
    }

    private static async Task<Asked?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<Asked>(request.HttpContext.RequestAborted);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private bool IsOffered(Asked asked, out Role role)
        => RoleNames.TryParse(asked.Role, out role)
            && SampleCallers.AgenciesOf(role, agencies).Any(agency => agency.Code.Value == asked.Agency);

    private sealed record Asked(string Role, string Agency);
}
