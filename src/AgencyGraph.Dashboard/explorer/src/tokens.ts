interface Token {
  token: string;
  expiresAt: string;
}

/** A token is not used in its last minutes: a stream ends with the token that opened it. */
const reserveMilliseconds = 5 * 60_000;

const issued = new Map<string, Promise<Token>>();

/** A sample token for the role and the agency; asked for once, and again when it is about to end. */
export async function tokenFor(role: string, agency: string): Promise<string> {
  const key = `${role} ${agency}`;
  const known = await issued.get(key)?.catch(() => undefined);
  if (known && Date.parse(known.expiresAt) - Date.now() > reserveMilliseconds) return known.token;
  const fresh = issue(role, agency);
  issued.set(key, fresh);
  return (await fresh).token;
}

async function issue(role: string, agency: string): Promise<Token> {
  const response = await fetch('/explorer/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ role, agency }),
  });
  if (!response.ok) throw new Error(`The server gave no sample token (${response.status}). Choose another role or agency.`);
  return response.json();
}
