import { parseAst } from 'vitest/node';

type Node = { type: string; start: number; end: number; [key: string]: unknown };
/** What an expression can draw. `slot`: whatever a caller hands over. */
type Kind = 'text' | 'element' | 'nothing' | 'many' | 'slot';

/** Slots whose content is checked where it is handed over, or that always hold elements. */
const slotNames = ['children', 'actions', 'action', 'aside', 'icon', 'badge', 'dialogs', 'expired', 'closed'];
/** Elements whose handed-over content is a text as a rule. */
const labelled = ['button', 'a', 'label', 'summary'];
const elementCalls = ['cell', 'further', 'from', 'createPortal'];

/**
 * Each text of a source file that a translated page would break at, as `file:line: text`. A browser that translates a page
 * puts each text node into elements of its own. React then fails where it has to remove such a text or to place something
 * before it, and changes a text that is no longer in the page. A text that is the only thing in its element is safe: React
 * writes the element's content.
 */
export function bareTextIn(file: string, source: string): string[] {
  const program = parseAst(source, { lang: 'tsx' }) as unknown as Node;
  const declared = new Map<string, Node>();
  const nodes: Node[] = [];
  const parents = new Map<Node, Node>();
  walk(program, null);
  for (const node of nodes) {
    const id = node.id as Node | undefined;
    if (node.type === 'VariableDeclarator' && node.init) declared.set(String(id?.name), node.init as Node);
    if (node.type === 'FunctionDeclaration' && id) declared.set(String(id.name), node);
  }
  const found = nodes.flatMap((node) => [...besideOthers(node), ...drawnBare(node), ...inPieces(node)]);
  return found.map((node) => {
    const line = source.slice(0, node.start).split('\n').length;
    return `${file}:${line}: give this text an element of its own: ${source.slice(node.start, node.end)}`;
  });

  function walk(node: Node, parent: Node | null): void {
    nodes.push(node);
    if (parent) parents.set(node, parent);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, node);
  }

  function besideOthers(node: Node): Node[] {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
    const parts = partsOf(node);
    if (parts.length < 2) return [];
    const moves = (part: Node) => [...kindsOf(part)].join() !== 'element';
    const isLabelled = labelled.includes(nameOf((node.openingElement as Node | undefined)?.name));
    const comesAndGoes = parts.some((part) => kindsOf(part).has('nothing'));
    return parts.filter((part, at) => {
      if (isLabelled && comesAndGoes && nameOf(part) === 'children') return true;
      if (!kindsOf(part).has('text') || isSpace(part)) return false;
      return isConstant(part) ? parts.slice(0, at).some((one) => moves(one) && !isConstant(one)) : true;
    });
  }

  /** The component's place in its parent is not known here, so it has to be an element. */
  function drawnBare(node: Node): Node[] {
    const isComponent = node.type === 'FunctionDeclaration' && /^[A-Z]/.test(String((node.id as Node)?.name));
    return isComponent ? returnsOf(node).filter((value) => kindsOf(value).has('text')) : [];
  }

  function inPieces(node: Node): Node[] {
    const isRich = node.type === 'CallExpression' && nameOf((node.callee as Node).property) === 'rich';
    if (!isRich) return [];
    const holder = parents.get(parents.get(node) ?? node);
    const opening = holder?.openingElement as Node | undefined;
    return nameOf(opening?.name) === 'Sentence' ? [] : [node];
  }

  function kindsOf(node: Node, depth = 0): Set<Kind> {
    const both = (...of: unknown[]) => new Set(of.flatMap((each) => [...kindsOf(each as Node, depth + 1)]));
    if (depth > 8) return new Set(['slot']);
    switch (node.type) {
      case 'JSXElement':
        return new Set(['element']);
      case 'JSXFragment':
        return both(...partsOf(node));
      case 'Literal':
        return new Set([node.value === null || typeof node.value === 'boolean' ? 'nothing' : 'text']);
      case 'ConditionalExpression':
        return both(node.consequent, node.alternate);
      case 'LogicalExpression':
        return node.operator === '&&'
          ? new Set(['nothing', ...both(node.right)])
          : both(node.left, node.right);
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return both(node.expression);
      case 'CallExpression':
        return ofCall(node, depth);
      case 'MemberExpression':
        return new Set([slotNames.includes(nameOf(node.property) || nameOf(node.object)) ? 'slot' : 'text']);
      case 'Identifier': {
        const value = declared.get(nameOf(node));
        if (node.name === 'undefined') return new Set(['nothing']);
        if (value && !/Function/.test(value.type)) return kindsOf(value, depth + 1);
        return new Set([slotNames.includes(nameOf(node)) ? 'slot' : 'text']);
      }
      default:
        return new Set(['text']);
    }
  }

  function ofCall(node: Node, depth: number): Set<Kind> {
    const callee = node.callee as Node;
    const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
    if (elementCalls.includes(name)) return new Set(['element', 'many']);
    const drawn = name === 'map' || name === 'flatMap' ? (node.arguments as Node[])[0] : declared.get(name);
    if (!drawn || !/Function/.test(drawn.type)) return new Set(['text']);
    return new Set(['many', ...returnsOf(drawn).flatMap((value) => [...kindsOf(value, depth + 1)])]);
  }

  function returnsOf(made: Node): Node[] {
    if (made.expression === true) return [made.body as Node];
    const own = (node: Node): boolean => {
      for (let above = parents.get(node); above && above !== made; above = parents.get(above))
        if (/Function/.test(above.type)) return false;
      return true;
    };
    return nodes
      .filter((node) => node.type === 'ReturnStatement' && node.start > made.start && node.end < made.end)
      .filter((node) => node.argument && own(node))
      .map((node) => node.argument as Node);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '');

/** The children as React gets them: line breaks between elements are none. */
function partsOf(node: Node): Node[] {
  return (node.children as Node[]).flatMap((child) => {
    if (child.type === 'JSXText') {
      const value = String(child.value);
      return value.trim() === '' && value.includes('\n') ? [] : [{ ...child, type: 'Literal' }];
    }
    if (child.type !== 'JSXExpressionContainer') return [child];
    const expression = child.expression as Node;
    return expression.type === 'JSXEmptyExpression' ? [] : [expression];
  });
}

const isConstant = (node: Node): boolean => node.type === 'Literal';
/** Translations leave white space alone. */
const isSpace = (node: Node): boolean => isConstant(node) && String(node.value).trim() === '';
