import { useState } from 'react';
import { priceOf } from '#shared/domain/allocation.ts';
import { isZero } from '#shared/domain/money.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { applyTemplate, type CorFacts, hasOwnLines, splitEvenly, type Template } from '../draft/lineEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';

type Props = { readonly cor: CorFacts; readonly lines: number };

/** Ways to fill in a COR's budget lines at once. What a person has coded already is replaced only after asking. */
export function GroupTools({ cor, lines }: Props) {
  const styles = useGridStyles();
  const { draft, facts, edit } = useWizard();
  const [asking, setAsking] = useState<Template | null>(null);
  const use = (template: Template) => {
    if (hasOwnLines(draft, cor.id)) setAsking(template);
    else edit(applyTemplate(cor.id, template));
  };
  const { template } = facts.defaults;
  // Shares of nothing would make the cost 0.00.
  const priceless = cor.receivedFrom !== null && isZero(priceOf(cor.id, draft.prime, draft.header.status));
  const noShares = priceless ? 'It is a cost without a price of its own to share out: type the amounts.' : null;
  return (
    <span className={styles.tools}>
      <ReasonedButton
        size="small"
        reason={
          noShares ??
          (template.length === 0 ? 'This project has no template yet: Remember as template makes one.' : null)
        }
        onClick={() => use(template)}
      >
        Use project template
      </ReasonedButton>
      <ReasonedButton
        size="small"
        reason={noShares ?? (facts.last.length === 0 ? 'Nothing has been pushed for this project yet.' : null)}
        onClick={() => use(facts.last)}
      >
        Same as last time
      </ReasonedButton>
      <ReasonedButton
        size="small"
        reason={noShares ?? (lines < 2 ? 'There have to be at least two lines to split over.' : null)}
        onClick={() => edit(splitEvenly(cor.id))}
      >
        Split evenly
      </ReasonedButton>
      {asking === null ? null : (
        <ConfirmDialog
          open
          title={`Replace the lines of COR ${cor.number}?`}
          sentence="The lines entered here are replaced. Lines that are in Sage already stay."
          confirmWord="Replace"
          onClose={() => setAsking(null)}
          onConfirm={() => {
            edit(applyTemplate(cor.id, asking));
            setAsking(null);
          }}
        />
      )}
    </span>
  );
}
