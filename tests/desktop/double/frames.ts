import { z } from 'zod';
import { inside } from './addresses.ts';
import type { Params } from './devTools.ts';

/** A frame as Electron's `senderFrame` shows it: who it is comes from the browser, never from the page. */
export type Frame = {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
  readonly top: Frame | null;
};

const contextSchema = z.object({
  context: z.object({
    id: z.number(),
    origin: z.string(),
    auxData: z.object({ frameId: z.string(), isDefault: z.boolean() }),
  }),
});
const frameSchema = z.object({
  frame: z.object({ id: z.string(), parentId: z.string().optional(), url: z.string() }),
});
const attachedSchema = z.object({ frameId: z.string(), parentFrameId: z.string() });

/** Follows the frames of one page and the script contexts in them. `main`: id of the main frame, which is the target's too. */
export function createFrames(main: string) {
  const frames = new Map<string, { readonly parent: string | null; readonly url: string }>();
  frames.set(main, { parent: null, url: 'about:blank' });
  const contexts = new Map<number, { readonly frame: string; readonly origin: string }>();

  const frameOf = (id: string, origin: string): Frame => {
    const { parent, url } = frames.get(id) ?? { parent: main, url: '' };
    const above = parent === null ? null : frameOf(parent, originIn(parent));
    return {
      url: inside(url),
      origin: nameOf(origin),
      parent: above,
      top: above === null ? null : (above.top ?? above),
    };
  };
  const originIn = (frame: string) => [...contexts.values()].find((one) => one.frame === frame)?.origin ?? '';

  return {
    hear: (method: string, params: Params): void => {
      if (method === 'Page.frameAttached') {
        const { frameId, parentFrameId } = attachedSchema.parse(params);
        frames.set(frameId, { parent: parentFrameId, url: 'about:blank' });
      } else if (method === 'Page.frameNavigated') {
        const { id, parentId = null, url } = frameSchema.parse(params).frame;
        frames.set(id, { parent: parentId, url });
      } else if (method === 'Runtime.executionContextCreated') {
        const { id, origin, auxData } = contextSchema.parse(params).context;
        if (auxData.isDefault) contexts.set(id, { frame: auxData.frameId, origin });
      } else if (method === 'Runtime.executionContextDestroyed') {
        contexts.delete(Number(params.executionContextId));
      } else if (method === 'Runtime.executionContextsCleared') contexts.clear();
    },
    /** Null when it has gone. */
    ofContext: (id: number): Frame | null => {
      const context = contexts.get(id);
      return context === undefined ? null : frameOf(context.frame, context.origin);
    },
    contexts: () => [...contexts.keys()],
    main: () => frameOf(main, originIn(main)),
  };
}

/** Opaque origins, such as of data: addresses, are called null. */
function nameOf(origin: string): string {
  return /^[a-z]+:\/\/./.test(origin) ? inside(origin) : 'null';
}
