/** A document that partners run: schema/operations/CONSUMER/NAME.graphql. */
export interface SampleOperation {
  consumer: string;
  name: string;
  kind: string;
  query: string;
}

const files = import.meta.glob<string>('../../../../schema/operations/*/*.graphql', { query: '?raw', import: 'default', eager: true });

export const operations: SampleOperation[] = Object.entries(files).map(([path, query]) => {
  const [consumer = '', file = ''] = path.split('/').slice(-2);
  return { consumer, name: file.replace('.graphql', ''), kind: /^\s*(query|mutation|subscription)\b/m.exec(query)?.[1] ?? 'query', query };
});

/** In the order in which somebody new would open them. */
export const consumers: string[] = ['dashboard', 'police', 'council', 'inspector']
  .concat(operations.map((each) => each.consumer))
  .filter((consumer, at, all) => all.indexOf(consumer) === at && operations.some((each) => each.consumer === consumer));

const firstOpen = ['latest-incidents', 'live-updates', 'me'];

export const firstTabs = firstOpen.flatMap((name) => operations.filter((each) => each.name === name)).map(({ query }) => ({ query }));
