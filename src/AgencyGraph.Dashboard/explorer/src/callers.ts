/** Whom the server lets a developer try to be. */
export interface Callers {
  roles: RoleChoice[];
  agencies: { code: string; name: string }[];
}

export interface RoleChoice {
  name: string;
  purposes: string[];
  agencies: string[];
}

/** Who is asking, and why. */
export interface Choice {
  role: string;
  agency: string;
  purpose: string;
}

/** No roles where the server believes an issuer other than its own: then a token is written as a header. */
export async function readCallers(): Promise<Callers> {
  const response = await fetch('/explorer/callers');
  if (!response.ok) throw new Error(`The server does not say whom to try (${response.status}). Reload the page.`);
  return response.json();
}

/** The choice with the nearest agency and purpose that the role has. */
export function choose(callers: Callers, wanted: Choice): Choice {
  const role = callers.roles.find((each) => each.name === wanted.role) ?? callers.roles[0];
  if (!role) return wanted;
  return { role: role.name, agency: nearest(role.agencies, wanted.agency), purpose: nearest(role.purposes, wanted.purpose) };
}

/** hub-practitioner → Hub practitioner, CHILD_PROTECTION_ENQUIRY → Child protection enquiry, child-by-nhs-number → Child by NHS number. */
export function inWords(name: string): string {
  const words = name.toLowerCase().replaceAll(/[-_]/g, ' ').replaceAll(/\bnhs\b/g, 'NHS');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nearest(allowed: string[], wanted: string): string {
  return allowed.includes(wanted) ? wanted : (allowed[0] ?? '');
}
