import { Section } from '../../../components/Section.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { BeginStep } from './BeginStep.tsx';

/** All entries are compared. Another comparison can be begun at once. */
export function FinishedStep() {
  return (
    <>
      <Section title="The comparison is finished">
        <StateBadge kind="ok" word="Every entry is certified" />
        <p>
          Export the certificates and import them where your real company is connected. The example change orders stay
          in Sage: delete or void them there.
        </p>
      </Section>
      <BeginStep />
    </>
  );
}
