import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { Kind, parse, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import type { Choice } from './callers';
import { tokenFor } from './tokens';

type Headers = Record<string, string>;

const address = '/graphql';

/** The exchange as the chosen caller meets it: requests by POST, streams over graphql-transport-ws, both with the same token. */
export class Exchange {
  private streams = new Set<Client>();

  constructor(private choice: Choice) {}

  /** From now on as somebody else. Open streams end: who reads one, and why, is fixed when it is opened. */
  become(choice: Choice) {
    this.choice = choice;
    for (const stream of this.streams) void stream.dispose();
    this.streams.clear();
  }

  fetcher: Fetcher = async (typed, options) => {
    const request = named(typed);
    const headers = await this.headers(options?.headers ?? {});
    return isSubscription(request) ? this.subscribe(request, headers) : this.post(request, headers);
  };

  private async post(request: FetcherParams, headers: Headers): Promise<ExecutionResult> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/graphql-response+json', 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(request),
    });
    return response.json();
  }

  private subscribe(request: FetcherParams, headers: Headers): AsyncIterableIterator<ExecutionResult> {
    const client = createClient({
      url: new URL(address, location.href.replace(/^http/, 'ws')).href,
      retryAttempts: 0,
      connectionParams: { Authorization: headers['authorization'], role: headers['x-role'], purpose: headers['x-purpose'] },
    });
    this.streams.add(client);
    const updates = client.iterate(request as Parameters<Client['iterate']>[0]) as AsyncIterableIterator<ExecutionResult>;
    const end = () => {
      this.streams.delete(client);
      void client.dispose();
    };
    // No generator: one that waits for an update would hear only after it that it is to stop.
    return {
      [Symbol.asyncIterator]() { return this; },
      next: () => updates.next().catch((failure) => { end(); throw explained(failure); }),
      return: async () => { end(); return { done: true, value: undefined }; },
    };
  }

  /** Those of the switches, and over them those that were written; a role goes only with the sample token that carries it. */
  private async headers(written: Record<string, unknown>): Promise<Headers> {
    const own: Headers = {};
    for (const [name, value] of Object.entries(written)) own[name.toLowerCase()] = String(value);
    const { role, agency, purpose } = this.choice;
    if (!role) return own;
    const signedIn: Headers = 'authorization' in own ? {} : { authorization: `Bearer ${await tokenFor(role, agency)}`, 'x-role': role };
    return { ...signedIn, 'x-purpose': purpose, ...own };
  }
}

function explained(failure: unknown): unknown {
  return failure instanceof CloseEvent ? new Error(`The server closed the stream: ${failure.code} ${failure.reason}`) : failure;
}

/** With the name of its only operation: the editor reads names a moment after a change, and until then sends that of the document before. */
function named(request: FetcherParams): FetcherParams {
  const [only, ...others] = operationsOf(request.query);
  return only && others.length === 0 ? { ...request, operationName: only.name?.value } : request;
}

function operationsOf(query: string): OperationDefinitionNode[] {
  try {
    return parse(query).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return []; // The server says what is wrong with it.
  }
}

function isSubscription({ query, operationName }: FetcherParams): boolean {
  const operations = operationsOf(query);
  const asked = operationName ? operations.find((each) => each.name?.value === operationName) : operations[0];
  return asked?.operation === 'subscription';
}
