import { describe, expect, it } from 'vitest';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { actOf, commitmentOf, procoreLinkOf, vendorOf } from './procoreRecords.ts';
import { at, freshStore } from './storeRig.ts';

describe('the copy of Procore', () => {
  it('says which records are new or different', () => {
    const { records } = freshStore().procore;
    expect(records.upsert('vendor', [vendorOf('7', 'Harbor Electric'), vendorOf('8', 'Lakeside')])).toEqual(['7', '8']);
    expect(records.upsert('vendor', [vendorOf('7', 'Harbor Electric'), vendorOf('8', 'Lakeside Glass')])).toEqual([
      '8',
    ]);
    expect(records.get('vendor', '8')?.name).toBe('Lakeside Glass');
  });

  it('lists the records of a project, or all, in the order of their ids', () => {
    const { records } = freshStore().procore;
    records.upsert('commitment', [commitmentOf('10', 'p1', 'Glass'), commitmentOf('9', 'p1', 'Steel')]);
    records.upsert('commitment', [commitmentOf('11', 'p2', 'Doors')]);
    expect(records.ids('commitment', 'p1')).toEqual(['9', '10']);
    expect(records.all('commitment').map(({ title }) => title)).toEqual(['Steel', 'Glass', 'Doors']);
  });

  it('keeps a budget by its project', () => {
    const { records } = freshStore().procore;
    records.upsert('budget', [{ project: 'p1', locked: true, modifications: false, rows: [] }]);
    expect(records.get('budget', 'p1')?.locked).toBe(true);
    records.remove('budget', ['p1']);
    expect(records.ids('budget')).toEqual([]);
  });
});

describe('a link', () => {
  it('R-033 cannot give one record of Sage a second partner', () => {
    const { links } = freshStore().procore;
    links.save(procoreLinkOf('41', 'p1', { sageKey: '1008' }));
    expect(links.ofSage('commitment', '1008')?.procoreId).toBe('41');
    expect(() => links.save(procoreLinkOf('42', 'p1', { sageKey: '1008' }))).toThrow();
    expect(links.get(procoreItem('commitment', '42'))).toBeNull();
  });
});

describe('an act', () => {
  it('stays open until it is done, in the order in which it was made', () => {
    const { acts } = freshStore().procore;
    const [first, second] = [procoreItem('vendor', '1'), procoreItem('vendor', '2')];
    acts.save(actOf('b', first, false, at(5)));
    acts.save(actOf('a', second, false, at(1)));
    expect(acts.open().map(({ id }) => id)).toEqual(['b', 'a']);
    acts.save(actOf('b', first, true, at(5)));
    expect(acts.openOf(first)).toBeNull();
    expect(acts.openOf(second)?.id).toBe('a');
    expect(acts.get('b')?.state.name).toBe('done');
  });
});
