import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

// Workers from our own address: a worker made from a blob would need an exception in the content security policy.
self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    label === 'graphql' ? new GraphQLWorker() : label === 'json' ? new JsonWorker() : new EditorWorker(),
};
