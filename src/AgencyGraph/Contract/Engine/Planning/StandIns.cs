using System.Globalization;
using AgencyGraph.Contract.Plans;
using GraphQL.Validation;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Puts stand-ins in the place of the values that each request brings.</summary>
internal sealed class StandIns(Probes probes, List<PlanArgument> arguments)
{
    public Variables Of(DocumentVariables known, Variables given)
    {
        var standing = new Variables();
        foreach (var variable in given)
        {
            var entering = known.All.FirstOrDefault(candidate => candidate.Name == variable.Name);
            var copy = new Variable(variable.Name, variable.Definition);
            if (variable.ValueSpecified)
                copy.Value = Of(entering, variable.Value);
            standing.Add(copy);
        }

        return standing;
    }

    private object? Of(PlanVariable? entering, object? value) => (entering, value) switch
    {
        (_, null) => null,
        (PlanVariable.Cursor cursor, _) => Add(new PlanArgument(cursor.Name, [], typeof(CursorPlace))).ToString(CultureInfo.InvariantCulture),
        (PlanVariable.Input input, _) => Inside(input.Name, [], input.Type, value),
        _ => value,
    };

    private object Inside(string variable, IReadOnlyList<string> path, Type type, object value)
    {
        if (value is not IDictionary<string, object?> members)
        {
            var index = Add(new PlanArgument(variable, path, Nullable.GetUnderlyingType(type) ?? type));
            return probes.Argument(index, type) ?? throw new PlanDeclinedException($"A lookup by {type.Name}");
        }

        var standing = new Dictionary<string, object?>();
        foreach (var member in InputBinder.MembersOf(type))
        {
            if (members.TryGetValue(member.Name, out var inner))
                standing[member.Name] = inner is null ? null : Inside(variable, [.. path, member.Name], member.Property.PropertyType, inner);
        }

        return standing;
    }

    private int Add(PlanArgument argument)
    {
        arguments.Add(argument);
        return arguments.Count - 1;
    }
}
