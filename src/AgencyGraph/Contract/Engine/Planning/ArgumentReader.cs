using System.Text.Json;
using AgencyGraph.Contract.Plans;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>Reads a request's values for a plan, checked as the engine's scalars check them.</summary>
internal sealed class ArgumentReader(ValueTypes values, IPlanStore store)
{
    /// <summary>Null when a value is wrong: the engine then says what about it.</summary>
    public object?[]? Read(IReadOnlyList<PlanArgument> arguments, JsonElement? variables, Caller caller, PageSeal seal)
    {
        if (arguments.Count == 0)
            return [];
        var read = new object?[arguments.Count];
        for (var i = 0; i < read.Length; i++)
        {
            if (Find(arguments[i], variables) is not { ValueKind: JsonValueKind.String } value
                || (read[i] = Read(arguments[i], value.GetString()!, caller, seal)) is null)
                return null;
        }

        return read;
    }

    private object? Read(PlanArgument argument, string text, Caller caller, PageSeal seal)
    {
        if (argument.Cursor is { } place)
            return Cursor(place, text, caller, seal);
        if (values.IsId(argument.Type, out var tag))
            return store.Stored(NodeId.DecodeOrEmpty(tag, text));
        if (argument.Type == typeof(string) || values.IsPlainText(argument.Type))
            return SoughtText.Of(text);
        try
        {
            return values.Leaf(argument.Type) is GraphQL.Types.ScalarGraphType scalar && scalar.ParseValue(text) is { } parsed ? store.Stored(parsed) : null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private object[]? Cursor(CursorPlace place, string text, Caller caller, PageSeal seal)
    {
        try
        {
            var opened = seal.Open(text, place.For(caller), place.Keys);
            return [.. opened.Select((value, i) => store.Stored(value.As(place.Keys[i])))];
        }
        catch (ReadRefusedException)
        {
            return null;
        }
    }

    private static JsonElement? Find(PlanArgument argument, JsonElement? variables)
    {
        if (variables is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(argument.Variable, out var value))
            return null;
        foreach (var member in argument.Path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(member, out value))
                return null;
        }

        return value;
    }
}
