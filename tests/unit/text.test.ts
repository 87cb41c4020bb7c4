import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpaces, plainFromHtml, truncateAt, uniqueWithin } from '#shared/domain/text.ts';

const family = '👩‍👩‍👧‍👦';

describe('one line of text', () => {
  it('has single spaces, no line ends and no control characters', () => {
    expect(collapseSpaces('  Add\t\tdoor\r\n\u00a0 hardware\u0000\u0007 ')).toBe('Add door hardware');
    expect(collapseSpaces(' \n ')).toBe('');
    expect(collapseSpaces('Señor  Núñez')).toBe('Señor Núñez');
  });
});

describe('cutting text to a column', () => {
  it('leaves alone what fits and cuts what does not', () => {
    expect(truncateAt('COR 12 Doors', 12)).toBe('COR 12 Doors');
    expect(truncateAt('COR 12 Doors', 8)).toBe('COR 12 D');
    expect(truncateAt('COR 12 Doors', 0)).toBe('');
  });

  it('does not end in the blank that stood at the cut', () => {
    expect(truncateAt('COR 12 Doors', 7)).toBe('COR 12');
  });

  it('never keeps half a character', () => {
    expect(truncateAt('ab😀', 3)).toBe('ab');
    expect(truncateAt('ab😀c', 4)).toBe('ab😀');
    expect(truncateAt(`x${family}`, 8)).toBe('x');
    expect(truncateAt('cafe\u0301 bar', 4)).toBe('caf');
    expect(truncateAt('🇺🇸🇨🇦', 5)).toBe('🇺🇸');
  });

  it('is never longer than asked, always a beginning, and never breaks a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(60), (text, length) => {
        const cut = truncateAt(text, length);
        return cut.length <= length && text.startsWith(cut) && (cut.isWellFormed() || !text.isWellFormed());
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('making a text unique', () => {
  it('adds a number only when the text is taken', () => {
    expect(uniqueWithin('Doors', new Set(), 50)).toBe('Doors');
    expect(uniqueWithin('Doors', new Set(['Doors']), 50)).toBe('Doors (2)');
    expect(uniqueWithin('Doors', new Set(['Doors', 'Doors (2)']), 50)).toBe('Doors (3)');
  });

  it('takes texts for the same that SQL Server takes for the same', () => {
    expect(uniqueWithin('Doors', new Set(['DOORS  ']), 50)).toBe('Doors (2)');
  });

  it('makes room for the number inside the column, without splitting a character', () => {
    const long = 'x'.repeat(60);
    expect(uniqueWithin(long, new Set(['x'.repeat(50)]), 50)).toBe(`${'x'.repeat(46)} (2)`);
    expect(uniqueWithin('abc😀def', new Set(['abc😀def']), 8)).toBe('abc (2)');
  });

  it('says so when there is no room at all, instead of looping', () => {
    expect(() => uniqueWithin('abc', new Set(['abc']), 3)).toThrow('No room');
  });

  it('names a thousand equal lines apart, none longer than the column', () => {
    const taken = new Set<string>();
    for (let line = 0; line < 1000; line += 1) taken.add(uniqueWithin('COR 7 '.repeat(10), taken, 50));
    expect(taken.size).toBe(1000);
    expect([...taken].every((text) => text.length <= 50)).toBe(true);
  });
});

describe('rich text as plain text', () => {
  it.each([
    ['', ''],
    ['No markup', 'No markup'],
    ['Two\nlines\n\nof plain text', 'Two\nlines\n\nof plain text'],
    ['<p>Add door</p><p>and hardware</p>', 'Add door\nand hardware'],
    ['<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
    ['a<br/>b<BR>c', 'a\nb\nc'],
    ['<div>one<div>two</div>three</div>', 'one\ntwo\nthree'],
    ['<ul><li>Frame</li><li>Leaf</li></ul>end', '- Frame\n- Leaf\nend'],
    ['<table><tr><td>Labor</td><td>$5</td></tr><tr><td>Tax</td></tr></table>', 'Labor $5\nTax'],
    ['<p>soft\n   wrapped   source</p>', 'soft wrapped source'],
    ['<b>Bo</b><i>ld</i> text', 'Bold text'],
    ['AT&amp;T &lt;b&gt; &quot;x&quot; &#39;y&#x27; &nbsp;z', 'AT&T <b> "x" \'y\' z'],
    ['&amp;lt;', '&lt;'],
    ['R&D & AT&T; &unknown;', 'R&D & AT&T; &unknown;'],
    ['3&#8243; pipe &#146;quoted&#146; &frac12;', '3″ pipe ’quoted’ ½'],
    ['&#xD800;&#x110000;&#0;', '\ufffd\ufffd\ufffd'],
    ['x&#7;y', 'xy'],
    ['if 5 < 6 and 7 > 6', 'if 5 < 6 and 7 > 6'],
    ['<p title="a > b">kept</p>', 'kept'],
    ["<p title=it's>kept</p><p>too</p>", 'kept\ntoo'],
    ['a<!-- no <b>comment</b> -->b', 'ab'],
    ['<style>p{color:red}</style><script>alert("<p>")</script>text', 'text'],
    ['<p>never closed <b', 'never closed <b'],
    ['<p></p><p></p><p></p>', ''],
    ['a<br><br><br><br>b', 'a\n\nb'],
  ])('turns %j into %j', (html, plain) => {
    expect(plainFromHtml(html)).toBe(plain);
  });

  it('stays quick on hostile input', () => {
    const size = 100_000;
    for (const piece of [
      '<a',
      '<a "',
      "<a='",
      '<p>',
      '<!--',
      '<style>',
      '</',
      '&#',
      '&amp;',
      '<b =',
      ' \n ',
      '<!-->',
    ]) {
      expect(plainFromHtml(piece.repeat(size / piece.length)).length).toBeLessThanOrEqual(size);
    }
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[^\P{Cc}\n]/u.test(plainFromHtml(text))),
      { numRuns: 5_000 },
    );
  });
});
