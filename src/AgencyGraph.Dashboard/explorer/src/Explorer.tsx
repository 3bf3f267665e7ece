import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { choose, readCallers, type Callers, type Choice } from './callers';
import { Exchange } from './exchange';
import { operationsPlugin } from './OperationsPanel';
import { firstTabs } from './operations';
import { SignInBar } from './SignInBar';

const first: Choice = { role: 'hub-practitioner', agency: 'BUR', purpose: 'SAFEGUARDING' };
const plugins = [operationsPlugin, HISTORY_PLUGIN];

interface SignedIn {
  callers: Callers;
  choice: Choice;
  exchange: Exchange;
}

export function Explorer() {
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const [fault, setFault] = useState('');

  useEffect(() => {
    readCallers()
      .then((callers) => {
        const choice = callers.roles.length > 0 ? choose(callers, first) : { role: '', agency: '', purpose: '' };
        setSignedIn({ callers, choice, exchange: new Exchange(choice) });
      })
      .catch((failure: Error) => setFault(failure.message));
  }, []);

  function become(choice: Choice) {
    signedIn?.exchange.become(choice);
    setSignedIn(signedIn && { ...signedIn, choice });
  }

  return (
    <>
      <header className="masthead">
        <h1>AgencyGraph <span>explorer</span></h1>
        {signedIn && <SignInBar callers={signedIn.callers} choice={signedIn.choice} onChoice={become} />}
        {fault && <p className="notice" role="alert">{fault}</p>}
      </header>
      <main>
        {signedIn && (
          <GraphiQL fetcher={signedIn.exchange.fetcher} plugins={plugins} defaultTabs={firstTabs} shouldPersistHeaders={false}>
            <GraphiQL.Logo>{' '}</GraphiQL.Logo>
          </GraphiQL>
        )}
      </main>
    </>
  );
}
