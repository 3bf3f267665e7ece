import { choose, inWords, type Callers, type Choice } from './callers';

interface SignInBarProps {
  callers: Callers;
  choice: Choice;
  onChoice(choice: Choice): void;
}

/** The switches: as whom, of which agency, and for which purpose the exchange is asked. */
export function SignInBar({ callers, choice, onChoice }: SignInBarProps) {
  const role = callers.roles.find((each) => each.name === choice.role);
  if (!role) return <p className="notice">This server believes another issuer: write an Authorization header under Headers.</p>;

  const agencies = callers.agencies.filter((each) => role.agencies.includes(each.code));
  const change = (part: Partial<Choice>) => onChoice(choose(callers, { ...choice, ...part }));
  return (
    <form className="sign-in" aria-label="Who asks" onSubmit={(event) => event.preventDefault()}>
      <Switch label="Role" value={choice.role} onValue={(name) => change({ role: name })}
        options={callers.roles.map(({ name }) => [name, inWords(name)])} />
      <Switch label="Agency" value={choice.agency} onValue={(agency) => change({ agency })}
        options={agencies.map(({ code, name }) => [code, name])} />
      <Switch label="Purpose" value={choice.purpose} onValue={(purpose) => change({ purpose })}
        options={role.purposes.map((purpose) => [purpose, inWords(purpose)])} />
    </form>
  );
}

interface SwitchProps {
  label: string;
  value: string;
  options: [value: string, words: string][];
  onValue(value: string): void;
}

function Switch({ label, value, options, onValue }: SwitchProps) {
  return (
    <label className={label.toLowerCase()}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        {options.map(([each, words]) => <option key={each} value={each}>{words}</option>)}
      </select>
    </label>
  );
}
