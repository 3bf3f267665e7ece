using System.Linq.Expressions;

namespace AgencyGraph.Contract.Declarations;

/// <summary>Stops start-up when a declaration leaves a hole: a detail class that no one named, a way around a row rule, a missing type.</summary>
internal static class GraphModelCheck
{
    public static void Run(GraphModel model)
    {
        foreach (var type in model.Types)
            foreach (var field in type.Fields)
                Check(model, type, field);
        foreach (var record in model.Types.OfType<IRecordGraph>())
            _ = record.LedgerId;
        foreach (var update in model.Updates)
            _ = model.ShownBy(update).Count();
    }

    private static void Check(GraphModel model, DeclaredType type, FieldDeclaration field)
    {
        var where = $"{type.Name}.{field.Name}";
        if (!Enum.IsDefined(field.Detail) || string.IsNullOrWhiteSpace(field.Description))
            throw new InvalidOperationException($"{where} declares no detail class or no description.");

        switch (field)
        {
            case ScalarDeclaration scalar:
                RecordWalk.Refuse(scalar.Value, where);
                break;
            case ObjectDeclaration target:
                RecordWalk.Refuse(target.Target, where);
                Expect(model.Of(target.Graph), target.Target.ReturnType, where);
                break;
            case ReferenceDeclaration reference:
                RecordWalk.Refuse(reference.Key, where);
                if (model.Of(reference.Graph) is not IRecordGraph)
                    throw new InvalidOperationException($"{where} refers to a type that no row rule governs.");
                break;
            case ListDeclaration list:
                Expect(model.Of(list.Graph), list.Link.Target.ReturnType, where);
                break;
        }
    }

    private static void Expect(DeclaredType graph, Type row, string where)
    {
        if (graph.Row != row)
            throw new InvalidOperationException($"{where} leads to {row.Name}, but {graph.Name} is over {graph.Row.Name}.");
    }

    /// <summary>A step from one row to a governed record around its row rule.</summary>
    private sealed class RecordWalk(string where) : ExpressionVisitor
    {
        public static void Refuse(LambdaExpression declared, string where) => new RecordWalk(where).Visit(declared.Body);

        protected override Expression VisitMember(MemberExpression node)
            => GovernedType.Of(node.Type) is null
                ? base.VisitMember(node)
                : throw new InvalidOperationException($"{where} walks to {node.Type.Name} around its row rule: declare a reference or a list.");
    }
}
