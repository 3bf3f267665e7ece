using AgencyGraph.Contract.Declarations;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Deadlines;

/// <summary>The graph type <c>Clock</c>.</summary>
public sealed class ClockGraph : PublicGraph<Clock>
{
    public ClockGraph() : base("Clock", "How long something may take, by what document. `clocks.md` lists them all.")
    {
        Field("code", clock => clock.Code, Detail.Open, "Names the clock whatever its edition: `REF_DECISION`, `ICPC`.");
        Field("edition", clock => clock.Edition, Detail.Open, "Counts the editions of its figure from 1.");
        Optional("council", clock => clock.CouncilCode, Detail.Open, "Code of the council whose partnership's own figure it is; null for everybody else's.");
        Field("what", clock => clock.What, Detail.Open, "What is to be done, in words.");
        Field("starts", clock => clock.Starts, Detail.Open, "What starts it, in words.");
        Field("stops", clock => clock.Stops, Detail.Open, "What stops it, in words.");
        Optional("limit", clock => clock.Limit, Detail.Open, "How many of `unit`; null where no figure was found.");
        Field("unit", clock => clock.Unit, Detail.Open, "In what the limit is counted.");
        Field("direction", clock => clock.Direction, Detail.Open, "From where the limit is counted.");
        Optional("convention", clock => clock.Convention, Detail.Open, "Which day is the first; null where it does not count working days.");
        Optional("hours", clock => clock.Hours, Detail.Open, "From when to when the hub works, in England's time; null where it does not count hub hours.");
        Field("status", clock => clock.Status, Detail.Open, "On what the figure rests.");
        Field("source", clock => clock.Source, Detail.Open, "The document; empty where there is none.");
        Optional("checkedOn", clock => clock.CheckedOn, Detail.Open, "When it was read there; null for general knowledge, which was not checked.");
        Optional("validFrom", clock => clock.ValidFrom, Detail.Open, "The first day on which it holds; null where that is not known.");
        Optional("validTo", clock => clock.ValidTo, Detail.Open, "The last day on which it holds; null while it does.");
        Field("note", clock => clock.Note, Detail.Open, "What else to know.");
    }
}
