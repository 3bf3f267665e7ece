using System.ComponentModel;
using System.Reflection;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>The graph's descriptions of what is declared in C#: a Description attribute, else the XML documentation's summary.</summary>
internal static class Descriptions
{
    static Descriptions() => GlobalSwitches.EnableReadDescriptionFromXmlDocumentation = true;

    public static string? Of(MemberInfo member)
        => member.GetCustomAttribute<DescriptionAttribute>()?.Description ?? GraphQL.TypeExtensions.Description(member);
}
