using GraphQL;
using GraphQL.Validation;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>The engine's validation and its coercion of variables, for what plans are to answer.</summary>
internal sealed class DocumentCheck(GraphSchema schema, GraphRunner runner, IDocumentValidator validator, IServiceProvider services)
{
    /// <summary>The request's variables; null where the document or a value of them is wrong: the engine then says what.</summary>
    public Task<Variables?> ValidateAsync(PlannedDocument document, GraphRequest request, CancellationToken cancellationToken)
        => CheckAsync(document, request, GraphRunner.ValidationRules, cancellationToken);

    /// <summary>The variables of a request whose document is known to be valid; null where a value of them is wrong.</summary>
    public Task<Variables?> CoerceAsync(PlannedDocument document, GraphRequest request, CancellationToken cancellationToken)
        => CheckAsync(document, request, [], cancellationToken);

    private async Task<Variables?> CheckAsync(
        PlannedDocument document, GraphRequest request, IEnumerable<IValidationRule> rules, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document.Document!,
            Operation = document.Operation!,
            Variables = runner.VariablesOf(request),
            Extensions = Inputs.Empty,
            Rules = rules,
            UserContext = new Dictionary<string, object?>(),
            RequestServices = services,
            CancellationToken = cancellationToken,
        });
        return validation.IsValid ? validation.Variables ?? Variables.None : null;
    }
}
