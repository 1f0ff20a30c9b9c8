/** Commands of TeX → characters, for formulas that stand where only text can. */

const pairs = `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ partial ∂ nabla ∇ infty ∞ aleph ℵ emptyset ∅ varnothing ∅ prime ′ degree ° angle ∠ triangle △ Re ℜ Im ℑ wp ℘
cdots ⋯ ldots … dots … dotsc … dotsb ⋯ vdots ⋮ forall ∀ exists ∃ neg ¬ lnot ¬ top ⊤ bot ⊥ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ lbrace { rbrace } lvert | rvert | vert | Vert ‖ lVert ‖ rVert ‖ | ‖ backslash \\ sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ S § P ¶`
const spacedPairs = `times × cdot · div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ perp ⊥ parallel ∥ mid | models ⊨ vdash ⊢
to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Longrightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑ downarrow ↓ hookrightarrow ↪ coloneqq ≔ triangleq ≜`

function tableOf(list: string): ReadonlyMap<string, string> {
  const words = list.split(/\s+/)
  return new Map(words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? ''] as const] : [])))
}

export const signs = tableOf(pairs)
/** Relations and operations: a space stands on both sides. */
export const spaced = tableOf(spacedPairs)

const raised = new Map([...'0123456789n−+'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁻⁺'][index] ?? ''])) // the signs are in the fonts of formulas only, which stand in for the others
const lowered = new Map([...'0123456789'].map((character, index) => [character, [...'₀₁₂₃₄₅₆₇₈₉'][index] ?? '']))

/** @returns undefined where a character has no such form. */
export function shift(text: string, mark: '^' | '_'): string | undefined {
  const forms = mark === '^' ? raised : lowered
  const characters = [...text].map((character) => forms.get(character))
  return characters.every((character) => character !== undefined) ? characters.join('') : undefined
}

const doubled = new Map([...'CHNPQRZ'].map((letter, index) => [letter, [...'ℂℍℕℙℚℝℤ'][index] ?? '']))

/** `\mathbb{R}` */
export function blackboard(text: string): string {
  return [...text].map((letter) => doubled.get(letter) ?? letter).join('')
}

/** Combining characters, behind the letter. */
export const accents: ReadonlyMap<string, string> = new Map(Object.entries({hat: '\u0302', widehat: '\u0302', tilde: '\u0303', widetilde: '\u0303', bar: '\u0304', overline: '\u0304', dot: '\u0307', ddot: '\u0308', check: '\u030c', breve: '\u0306', acute: '\u0301', grave: '\u0300'}))

export const silent = /^(?:left|right|[bB]ig+[lrm]?|displaystyle|textstyle|scriptstyle|limits|nolimits|mathstrut|nonumber|notag|[!])$/
/** Shown as what they hold; fonts for books have no arrow above a letter. */
export const faces = /^(?:math(?:rm|bf|it|sf|tt|cal|scr|frak|normal)|boldsymbol|bm|pmb|mathop|mathrel|mathbin|boxed|underline|vec|overrightarrow|overbrace|underbrace)$/

/** Around rows of cells. */
export const fences: Record<string, [string, string]> = {pmatrix: ['(', ')'], bmatrix: ['[', ']'], Bmatrix: ['{', '}'], vmatrix: ['|', '|'], Vmatrix: ['‖', '‖'], cases: ['{', '}']}

/** `\not=` */
export function negated(sign: string): string {
  const at = '=∈≡⊂<>∼≤≥∃'.indexOf(sign)
  return ` ${sign === '' || at < 0 ? `${sign}\u0338` : '≠∉≢⊄≮≯≁≰≱∄'[at]} `
}

/** More than one sign needs brackets, where a bar or a raised line held it together. */
export function bracketed(text: string): string {
  return /^(?:[\p{L}\p{M}]+[₀-₉⁰¹²³⁴-⁹ⁿ]*|−?[\d.]+|.?)$/u.test(text) ? text : `(${text})`
}
