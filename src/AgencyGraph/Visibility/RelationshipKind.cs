namespace AgencyGraph.Visibility;

public enum RelationshipKind
{
    /// <summary>The council that is responsible for the child; it moves with the child.</summary>
    ResponsibleCouncil,

    /// <summary>The social worker to whom the child is allocated.</summary>
    AllocatedWorker,

    /// <summary>A council whose hub has been told of the child.</summary>
    HubArea,

    /// <summary>A force that has recorded the child.</summary>
    OriginatingForce,

    /// <summary>The school at which the child is on roll.</summary>
    SchoolRoll,

    /// <summary>The health body whose patient the child is.</summary>
    HealthRegistration,

    /// <summary>A worker who is linked to a party, and is shown nothing about the child: see <see cref="ConflictRule"/>.</summary>
    ConflictOfInterest,

    /// <summary>
    /// A worker who opened the child in an emergency. It ends by itself: <see cref="Relationship.To"/> is set when it begins, so that whoever asks
    /// for what holds without end never finds it.
    /// </summary>
    BrokenGlass,
}
