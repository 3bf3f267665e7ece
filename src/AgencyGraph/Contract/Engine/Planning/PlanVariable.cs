using System.Text;
using System.Text.Json;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>How a variable of a document enters plans: its value is part of the plan, or is brought by each request.</summary>
internal abstract record PlanVariable(string Name)
{
    /// <summary>Adds what of the value the plan depends on; false when only the engine can tell what is wrong with it.</summary>
    public abstract bool TryAddShape(StringBuilder shape, JsonElement? value);

    /// <summary>The whole value is part of the plan: sizes, orders, conditions, filters.</summary>
    public sealed record Structural(string Name) : PlanVariable(Name)
    {
        private const int MaxLength = 200;

        public override bool TryAddShape(StringBuilder shape, JsonElement? value)
        {
            if (value is null)
                return true;
            var text = value.Value.GetRawText();
            _ = shape.Append(text);
            return text.Length <= MaxLength;
        }
    }

    /// <summary>A node's id: the plan depends on its type.</summary>
    public sealed record Node(string Name) : PlanVariable(Name)
    {
        public override bool TryAddShape(StringBuilder shape, JsonElement? value)
        {
            if (value is not { ValueKind: JsonValueKind.String } given || !NodeId.TryDecode(given.GetString(), out var tag, out _))
                return false;
            _ = shape.Append(tag);
            return true;
        }
    }

    /// <summary>What a mutation writes: no plan depends on it.</summary>
    public sealed record Written(string Name) : PlanVariable(Name)
    {
        public override bool TryAddShape(StringBuilder shape, JsonElement? value) => true;
    }

    /// <summary>A cursor: there or not.</summary>
    public sealed record Cursor(string Name) : PlanVariable(Name)
    {
        public override bool TryAddShape(StringBuilder shape, JsonElement? value)
        {
            if (value is not { ValueKind: not JsonValueKind.Null } given)
                return true;
            _ = shape.Append('c');
            return given.ValueKind == JsonValueKind.String;
        }
    }

    /// <summary>A lookup's input, or one member of it: the plan depends on which members are given.</summary>
    public sealed record Input(string Name, Type Type) : PlanVariable(Name)
    {
        public override bool TryAddShape(StringBuilder shape, JsonElement? value)
            => value is { } given && TryAdd(shape, given, Type);

        private static bool TryAdd(StringBuilder shape, JsonElement value, Type type)
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                _ = shape.Append('s');
                return true;
            }

            if (value.ValueKind != JsonValueKind.Object || !type.IsClass || type == typeof(string))
                return false;
            var members = InputBinder.MembersOf(type);
            foreach (var property in value.EnumerateObject())
            {
                if (members.FirstOrDefault(member => member.Name == property.Name) is not { } member)
                    return false;
                _ = shape.Append(property.Name).Append(':');
                if (!TryAdd(shape, property.Value, member.Property.PropertyType))
                    return false;
                _ = shape.Append(',');
            }

            return true;
        }
    }
}
