using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans;
using GraphQLParser.AST;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>A mutation as planned: which use case, where its input stands, and the answer to what had its effect.</summary>
internal sealed record PlannedWrite(GraphQLDocument Document, GraphQLField Root, MutationField Field, Plan Answer);
