import {
  getNamedType, getNullableType, GraphQLEnumType, GraphQLInputObjectType, GraphQLList, isNonNullType, parse, typeFromAST,
  type DocumentNode, type GraphQLInputField, type GraphQLInputType, type GraphQLSchema, type VariableDefinitionNode,
} from 'graphql';

/** The variables that must be given, with a place for each value; empty where there are none. */
export function skeletonFor(query: string, schema: GraphQLSchema): string {
  const needed = variablesOf(parse(query)).filter((each) => each.type.kind === 'NonNullType' && !each.defaultValue);
  if (needed.length === 0) return '';
  const values = needed.map((each) => [each.variable.name.value, placeFor(typeFromAST(schema, each.type as never) as GraphQLInputType)]);
  return JSON.stringify(Object.fromEntries(values), null, 2);
}

function variablesOf(document: DocumentNode): readonly VariableDefinitionNode[] {
  return document.definitions.flatMap((each) => (each.kind === 'OperationDefinition' ? (each.variableDefinitions ?? []) : []));
}

function placeFor(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (nullable instanceof GraphQLList) return [placeFor(nullable.ofType as GraphQLInputType)];
  const named = getNamedType(nullable);
  if (named instanceof GraphQLInputObjectType) return placesIn(named);
  if (named instanceof GraphQLEnumType) return named.getValues()[0]?.value;
  return placeForScalar(named.name);
}

function placesIn(type: GraphQLInputObjectType): Record<string, unknown> {
  const fields = Object.values(type.getFields());
  const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter(isNeeded);
  return Object.fromEntries(needed.map((field) => [field.name, placeFor(field.type)]));
}

function isNeeded(field: GraphQLInputField): boolean {
  return isNonNullType(field.type) && field.defaultValue === undefined;
}

function placeForScalar(name: string): unknown {
  switch (name) {
    case 'UUID': return crypto.randomUUID();
    case 'DateTime': return `${new Date().toISOString().slice(0, 19)}Z`;
    case 'LocalDate': return new Date().toISOString().slice(0, 10);
    case 'NhsNumber': return '9434765919';
    case 'Int': case 'Float': return 1;
    case 'Boolean': return true;
    default: return '';
  }
}
