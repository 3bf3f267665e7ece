import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { inWords } from './callers';
import { consumers, operations, type SampleOperation } from './operations';
import { skeletonFor } from './skeleton';

/** Every sample operation; a choice opens it in a tab, or goes to the tab in which it is open. */
function OperationsPanel() {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, schema, queryEditor, variableEditor } = useGraphiQL(({ tabs, schema, queryEditor, variableEditor }) => ({
    tabs, schema, queryEditor, variableEditor,
  }));

  function open({ query }: SampleOperation) {
    const at = tabs.findIndex((tab) => tab.query === query);
    if (at >= 0) return changeTab(at);
    const variables = schema ? skeletonFor(query, schema) : '';
    addTab();
    updateActiveTabValues({ query, variables });
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  }

  return (
    <section className="operations" aria-label="Sample operations">
      <h2>Sample operations</h2>
      <p>Documents that partners run. Each opens in a tab.</p>
      {consumers.map((consumer) => (
        <div key={consumer}>
          <h3>{inWords(consumer)}</h3>
          <ul>
            {operations.filter((each) => each.consumer === consumer).map((each) => (
              <li key={each.name}>
                <button type="button" onClick={() => open(each)}>
                  <span>{inWords(each.name)}</span> <span className="kind">{each.kind}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function OperationsIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9" />
    </svg>
  );
}

export const operationsPlugin: GraphiQLPlugin = { title: 'Sample operations', icon: OperationsIcon, content: OperationsPanel };
