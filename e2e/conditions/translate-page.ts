import type { Page } from 'playwright/test';

/**
 * Does to every page what a browser's translation does: each text gets two elements of its own, and so does each text
 * that comes or changes later. The words stay as they are, so that a test finds them.
 */
export const translatePages = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const untouched = 'font, script, style, noscript, title, textarea, option';
    const wrap = (text: Node) => {
      const parent = text.parentElement;
      if (!parent || parent.closest(untouched) || !text.nodeValue?.trim()) return;
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.textContent = text.nodeValue;
      text.parentNode?.replaceChild(outer, text);
    };
    const translate = (root: Node) => {
      if (root.nodeType === Node.TEXT_NODE) return wrap(root);
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const all: Node[] = [];
      while (texts.nextNode()) all.push(texts.currentNode);
      for (const text of all) wrap(text);
    };
    window.addEventListener('load', () => {
      translate(document.body);
      new MutationObserver((changes) => {
        for (const { type, target, addedNodes } of changes)
          for (const node of type === 'characterData' ? [target] : addedNodes) translate(node);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
