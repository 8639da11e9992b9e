(function() {
	// src/search/catalogue.ts
	const KINDS = [
		"turn",
		"paragraph",
		"note",
		"handwriting",
		"form"
	];
	const keyOf = (word) => [...word].slice(0, 2).join("");
	function fileOf(files, key) {
		const after = files.findIndex((first) => first > key);
		return after < 0 ? files.length - 1 : Math.max(0, after - 1);
	}
	const ROOM = 1e3;
	const otherAt = (length, place) => place < length + ROOM ? void 0 : {
		other: Math.floor((place - length) / ROOM) - 1,
		at: (place - length) % ROOM
	};
	// src/search/fold.ts
	const LETTERS = {
		ß: "ss",
		æ: "ae",
		œ: "oe",
		ø: "o",
		ł: "l",
		đ: "d",
		ð: "d",
		þ: "th",
		ı: "i",
		ħ: "h"
	};
	const WORD = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}\u00AD]+(?:['’][\p{L}\p{M}]+)*/gu;
	const HYPHEN = /^[-‐‑]$/;
	const GAP = 100;
	const fold = (word) => word.normalize("NFKD").toLowerCase().replace(/['’]s$/, "").replace(/[\p{M}\u00AD.,'’]/gu, "").replace(/[ßæœøłđðþıħ]/g, (letter) => LETTERS[letter]);
	function wordsOf(text) {
		const words = [];
		let at = 0;
		let end = 0;
		for (const { 0: found, index } of text.matchAll(WORD)) {
			const folded = fold(found);
			const between = text.slice(end, index);
			const last = words.at(-1);
			if (last && HYPHEN.test(between)) last.hyphened = true;
			if (between.includes("")) at += GAP;
			end = index + found.length;
			if (folded !== "") words.push({
				folded,
				start: index,
				end,
				at: at++,
				hyphened: false
			});
		}
		return words;
	}
	function joinedWords(words) {
		const joined = [];
		for (let i = 0; i < words.length; i++) {
			const first = i;
			while (words[i].hyphened && i + 1 < words.length) i++;
			if (i > first) {
				const parts = words.slice(first, i + 1);
				joined.push({
					folded: parts.map(({ folded }) => folded).join(""),
					at: parts[0].at,
					length: parts.length
				});
			}
		}
		return joined;
	}
	// src/search/query.ts
	function clausesOf(words) {
		return [...words.matchAll(/(?<!\S)(-?)(?:["“”„«]([^"“”«»]*)["“”»]?|([^\s"“”„«]+))|["“”„«]([^"“”«»]*)["“”»]?/gu)].flatMap(([, minus = "", quoted, plain, late]) => {
			const phrase = quoted ?? late;
			const found = wordsOf(phrase ?? plain ?? "");
			if (found.length === 0) return [];
			const sequence = found.map(({ folded }) => folded);
			const [joined] = joinedWords(found);
			return [{
				ways: joined?.length === found.length ? [sequence, [joined.folded]] : [sequence],
				exact: phrase !== void 0,
				without: minus === "-"
			}];
		});
	}
	function isNamed(asked, forms) {
		const wanted = wordsOf(asked).map(({ folded }) => folded);
		return wanted.length > 0 && forms.some((form) => {
			const words = wordsOf(form).map(({ folded }) => folded);
			return wanted.every((want) => words.some((word) => word.startsWith(want)));
		});
	}
	// src/search/find.ts
	const SHORTEST = 3;
	const BEGINNING = .5;
	const K1 = 1.2;
	const B = .75;
	const WEIGHTS = {
		turn: 1,
		paragraph: 1,
		form: .6,
		handwriting: .6,
		note: .4
	};
	async function find(catalogue, query, load) {
		const allowed = filterOf(catalogue, query);
		const units = catalogue.editions.flatMap(({ units: own }, edition) => own.map((entry, unit) => ({
			edition,
			unit,
			entry
		})));
		const average = units.reduce((sum, { entry }) => sum + entry[4], 0) / (units.length || 1);
		const results = await Promise.all(query.clauses.map(async (clause) => ({
			clause,
			result: await findClause(catalogue, clause, load)
		})));
		const wanted = results.filter(({ clause }) => !clause.without);
		const unwanted = results.filter(({ clause }) => clause.without);
		if (wanted.length === 0 && !narrows(query) && unwanted.length === 0) return [];
		return units.flatMap((one, number) => {
			if (!wanted.every(({ result }) => result.found.has(number))) return [];
			if (unwanted.some(({ result }) => result.found.has(number))) return [];
			if (!allowed(one.edition, one.entry)) return [];
			let score = 0;
			for (const { result } of wanted) {
				const frequency = result.weight.get(number);
				const rarity = Math.log(1 + (units.length - result.found.size + .5) / (result.found.size + .5));
				score += rarity * frequency * 2.2 / (frequency + K1 * (.25 + B * one.entry[4] / average));
			}
			const found = wanted.flatMap(({ result }) => result.found.get(number));
			return [{
				...one,
				score: score * WEIGHTS[KINDS[one.entry[1]]],
				found: found.sort((a, b) => a.at - b.at || b.length - a.length)
			}];
		}).sort((one, other) => other.score - one.score);
	}
	const narrows = ({ speaker, person, from, to, page, edition }) => [
		speaker,
		person,
		from,
		to,
		page,
		edition
	].some((value) => value !== void 0 && value !== "");
	function filterOf({ editions, people }, query) {
		const meant = (asked) => asked ? new Set(people.flatMap(([name, , forms], i) => isNamed(asked, [name, ...forms]) ? [i] : [])) : void 0;
		const speakers = meant(query.speaker);
		const persons = meant(query.person);
		const days = editions.map(({ date, name }) => isWithin(date, query) && (!query.edition || query.edition === name));
		return (edition, [, , from, to, , who, named]) => days[edition] && (!speakers || who.some((one) => speakers.has(one))) && (!persons || [...who, ...named].some((one) => persons.has(one))) && (!query.page || editions[edition].pages.slice(Math.max(0, from - 1), to).includes(query.page));
	}
	function isWithin(date, { from, to }) {
		if (!from && !to) return true;
		if (date === "") return false;
		const shared = (bound) => Math.min(bound.length, date.length);
		return (!from || date.slice(0, shared(from)) >= from.slice(0, shared(from))) && (!to || date.slice(0, shared(to)) <= to.slice(0, shared(to)));
	}
	async function findClause(catalogue, clause, load) {
		const all = {
			found: new Map(),
			weight: new Map()
		};
		for (const way of clause.ways) {
			const places = await Promise.all(way.map((word) => placesOf(catalogue, word, clause.exact, load)));
			for (const [unit, firsts] of places[0]) {
				const found = [...firsts].flatMap(([at, weight]) => {
					const rest = places.slice(1).map((next, i) => next.get(unit)?.get(at + i + 1));
					return rest.every((one) => one !== void 0) ? [{
						at,
						length: way.length,
						weight: Math.min(weight, ...rest)
					}] : [];
				});
				if (found.length === 0) continue;
				all.found.set(unit, [...all.found.get(unit) ?? [], ...found.map(({ at, length }) => ({
					at,
					length
				}))]);
				all.weight.set(unit, (all.weight.get(unit) ?? 0) + found.reduce((sum, { weight }) => sum + weight, 0));
			}
		}
		return all;
	}
	async function placesOf({ files }, word, exact, load) {
		const places = new Map();
		if (files.length === 0) return places;
		const words = await load(fileOf(files, keyOf(word)));
		const add = (postings, weight) => {
			for (const { unit, at } of decoded(postings ?? [])) {
				const own = places.get(unit) ?? new Map();
				places.set(unit, own);
				own.set(at, Math.max(weight, own.get(at) ?? 0));
			}
		};
		if (Object.hasOwn(words, word)) add(words[word], 1);
		if (!exact && [...word].length >= SHORTEST) {
			for (const longer of Object.keys(words)) if (longer !== word && longer.startsWith(word)) add(words[longer], BEGINNING);
		}
		return places;
	}
	function* decoded(postings) {
		let unit = 0;
		for (let i = 0; i < postings.length;) {
			unit += postings[i++];
			let at = 0;
			for (let left = postings[i++]; left > 0; left--) {
				at += postings[i++];
				yield {
					unit,
					at
				};
			}
		}
	}
	// src/browser/wording.ts
	const { language, words } = JSON.parse(document.getElementById("search").dataset.wording);
	const categories = new Intl.PluralRules(language);
	const say = (key, slots = {}) => filled(words[key], slots);
	function counted(key, n, slots = {}) {
		const forms = words[key];
		return filled(forms[categories.select(n)] ?? forms.other, {
			...slots,
			n: n.toLocaleString(language)
		});
	}
	const listed = (items) => items.length < 2 ? items.join("") : say("list-and", {
		before: items.slice(0, -1).join(", "),
		last: items.at(-1)
	});
	const filled = (sentence, slots) => sentence.replace(/\{([a-z-]+)\}/g, (slot, name) => slots[name] ?? slot);
	// src/browser/index-scripts.ts
	const loaded = () => {
		globalThis.memconSearch ??= {
			words: [],
			texts: []
		};
		return globalThis.memconSearch;
	};
	const loading = new Map();
	function load(file) {
		const known = loading.get(file);
		if (known) return known;
		const script = document.createElement("script");
		const done = new Promise((resolve, reject) => {
			script.onload = () => resolve();
			script.onerror = () => {
				loading.delete(file);
				reject(new Error(say("index-file-unreadable", { file: `assets/search/${file}` })));
			};
		});
		script.src = `assets/search/${file}`;
		document.head.append(script);
		loading.set(file, done);
		return done;
	}
	const catalogue = () => loaded().catalogue;
	async function wordsIn(file) {
		await load(`words-${file}.js`);
		return loaded().words[file];
	}
	async function textsOf(edition) {
		await load(`text-${edition}.js`);
		return loaded().texts[edition];
	}
	// src/search/passage.ts
	const BEFORE = 90;
	const SHOWN = 340;
	const CONTEXT = 2;
	const MOST = 4;
	function passageOf({ entry, found }, shown) {
		const [text, others] = typeof shown === "string" ? [shown, []] : shown;
		const words = wordsOf(text);
		const length = entry[4];
		const spans = [];
		let other;
		for (const { at, length: count } of found) {
			const place = otherAt(length, at);
			if (!place) {
				push(spans, words.filter((word) => word.at >= at && word.at < at + count));
				continue;
			}
			const [reading, stands] = others[place.other];
			const own = wordsOf(reading);
			const matched = own.flatMap((word, i) => word.at >= place.at && word.at < place.at + count ? [i] : []);
			push(spans, [...new Set(matched.map((i) => stands[i]))].map((i) => words[i]));
			const marks = [];
			push(marks, matched.map((i) => own[i]));
			if (matched.some((i) => own[i].folded !== words[stands[i]]?.folded)) other ??= piecesOf(reading, marks, 0, reading.length);
		}
		const merged = mergedSpans(spans);
		const first = merged[0]?.start ?? 0;
		const from = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
		const to = from + SHOWN >= text.length ? text.length : Math.max(text.lastIndexOf(" ", from + SHOWN), merged[0]?.end ?? 0);
		const pieces = piecesOf(text, merged, from, to);
		if (from > 0) pieces.unshift({
			text: "… ",
			marked: false
		});
		if (to < text.length) pieces.push({
			text: " …",
			marked: false
		});
		return {
			pieces,
			fragment: fragmentOf(text, words, mendedIn(words, others), merged.slice(0, MOST)),
			...other && { other }
		};
	}
	function push(spans, words) {
		const there = words.filter((word) => word !== void 0);
		if (there.length > 0) spans.push({
			start: there[0].start,
			end: there.at(-1).end
		});
	}
	function mergedSpans(spans) {
		const merged = [];
		for (const span of [...spans].sort((one, other) => one.start - other.start)) {
			const last = merged.at(-1);
			if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
			else merged.push({ ...span });
		}
		return merged;
	}
	function piecesOf(text, spans, from, to) {
		const pieces = [];
		const add = (start, end, marked) => {
			const words = text.slice(start, end).replaceAll("", "…");
			if (words !== "") pieces.push({
				text: words,
				marked
			});
		};
		let at = from;
		for (const { start, end } of spans) {
			if (start >= to) break;
			add(at, start, false);
			add(start, Math.min(end, to), true);
			at = Math.min(end, to);
		}
		add(at, to, false);
		return pieces;
	}
	function mendedIn(words, others) {
		return new Set(others.flatMap(([reading, stands]) => wordsOf(reading).flatMap(({ folded }, i) => {
			const word = words[stands[i]];
			return word && word.folded !== folded ? [word] : [];
		})));
	}
	function fragmentOf(text, words, mended, spans) {
		const context = (around, start, end) => {
			const stretch = text.slice(start, end).trim();
			return stretch.includes("") || around.some((word) => mended.has(word)) ? "" : stretch;
		};
		const directives = spans.map(({ start, end }) => {
			const before = words.filter((word) => word.end <= start).slice(-2);
			const head = context(before, before[0]?.start ?? start, start);
			const isMended = words.some((word) => word.end === end && mended.has(word));
			const after = words.filter((word) => word.start >= end).slice(0, CONTEXT);
			const tail = isMended ? "" : context(after, end, after.at(-1)?.end ?? end);
			return [
				...head === "" ? [] : [`${encoded(head)}-`],
				encoded(text.slice(start, end)),
				...tail === "" ? [] : [`-${encoded(tail)}`]
			].join(",");
		});
		return directives.length === 0 ? "" : `:~:text=${directives.join("&text=")}`;
	}
	const encoded = (words) => encodeURIComponent(words).replace(/[-!'()*~.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	// src/browser/results.ts
	const CALLED = {
		turn: "unnamed-turn",
		paragraph: "narration",
		note: "found-note",
		handwriting: "found-handwriting",
		form: "found-form"
	};
	async function resultOf({ editions, people }, hit) {
		const edition = editions[hit.edition];
		const [id, kind, from, to, , who] = hit.entry;
		const { pieces, other, fragment } = passageOf(hit, (await textsOf(hit.edition))[hit.unit]);
		const speakers = listed(who.map((one) => people[one][1]));
		const pages = [...new Set([edition.pages[Math.max(0, from - 1)], edition.pages[to - 1]])].filter((page) => page !== void 0);
		const item = document.createElement("li");
		const link = element("a", "hit");
		link.setAttribute("href", `${encodeURIComponent(edition.name)}/index.html#${encodeURIComponent(id)}${fragment}`);
		const name = element("span", "hit-name");
		name.append(speakers || say(CALLED[KINDS[kind]]));
		if (pages.length > 0) name.append(`, ${say(pages.length > 1 ? "pages-short" : "page-short", { page: pages.join("–") })}`);
		const title = element("span", "hit-title");
		title.append([edition.title, edition.day].filter(Boolean).join(", "));
		link.append(name, " ", title);
		item.append(link, marked("snippet", pieces));
		if (other) {
			const line = marked("snippet other", other);
			line.prepend(`${say("another-reading")} `);
			item.append(line);
		}
		return item;
	}
	function marked(className, pieces) {
		const line = element("p", className);
		for (const { text, marked: isMarked } of pieces) if (!isMarked) line.append(text);
		else line.append(Object.assign(document.createElement("mark"), { textContent: text }));
		return line;
	}
	function element(name, className) {
		return Object.assign(document.createElement(name), { className });
	}
	// src/browser/search-page.ts
	const AT_ONCE = 20;
	const PAUSE = 150;
	const byId = (id) => document.getElementById(id);
	const form = byId("search");
	const status = byId("count");
	const list = byId("results");
	const more = byId("more");
	const narrow = byId("narrow");
	const fields = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
	function keep() {
		const terms = new URLSearchParams(Object.entries(fields()).filter(([name, value]) => value !== "" && !(name === "sort" && value === "best")));
		history.replaceState(null, "", `#${terms.toString()}`);
	}
	function restore() {
		const terms = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
		for (const field of form.elements) {
			if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.name === "") continue;
			field.value = terms.get(field.name) ?? (field.name === "sort" ? "best" : "");
			if (field.value !== "" && field.name !== "q" && field.name !== "sort") narrow.open = true;
		}
	}
	let latest = 0;
	let hits = [];
	async function search() {
		const mine = ++latest;
		const index = catalogue();
		if (!index) {
			status.textContent = say("index-is-missing", { file: "assets/search/catalogue.js" });
			return;
		}
		const { q = "", sort, ...filters } = fields();
		try {
			const found = await find(index, {
				clauses: clausesOf(q),
				...filters
			}, wordsIn);
			if (mine !== latest) return;
			hits = sort === "date" ? [...found].sort((one, other) => one.edition - other.edition || one.unit - other.unit) : found;
			const shown = await entries(0);
			if (mine !== latest) return;
			list.replaceChildren(...shown);
			status.textContent = countOf(q, filters);
			showButton();
		} catch (error) {
			if (mine === latest) status.textContent = error.message;
		}
	}
	const entries = (from) => Promise.all(hits.slice(from, from + AT_ONCE).map((hit) => resultOf(catalogue(), hit)));
	function showButton() {
		more.hidden = list.children.length >= hits.length;
		more.textContent = counted("show-more-of", Math.min(AT_ONCE, hits.length - list.children.length));
	}
	function countOf(q, { speaker, person, ...others }) {
		const names = [speaker, person].filter((name) => name !== void 0 && name !== "");
		if (q === "" && names.length === 0 && Object.values(others).every((value) => value === "")) return "";
		const unknown = names.find((name) => !catalogue().people.some(([own, , forms]) => isNamed(name, [own, ...forms])));
		if (unknown !== void 0) return say("nobody-is-called", { name: unknown });
		if (hits.length === 0) return say("nothing-found");
		const documents = new Set(hits.map(({ edition }) => edition)).size;
		return counted("passages-in-documents", hits.length, { documents: counted("in-documents", documents) });
	}
	function fill() {
		const { editions = [], people = [] } = catalogue() ?? {};
		byId("edition").append(...editions.map(({ name, title, day }) => new Option([day, title].filter(Boolean).join(": "), name)));
		const speaking = new Set(editions.flatMap(({ units }) => units.flatMap(([, , , , , who]) => who)));
		const options = (wanted) => people.flatMap(([name], i) => wanted(i) ? [name] : []).sort().map((name) => Object.assign(document.createElement("option"), { value: name }));
		byId("speakers").append(...options((i) => speaking.has(i)));
		byId("people").append(...options(() => true));
	}
	let timer;
	form.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			keep();
			search();
		}, PAUSE);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		clearTimeout(timer);
		keep();
		search();
	});
	form.addEventListener("reset", () => setTimeout(() => {
		keep();
		search();
	}));
	more.addEventListener("click", async () => {
		const first = list.children.length;
		list.append(...await entries(first));
		showButton();
		list.children[first]?.querySelector("a")?.focus();
	});
	addEventListener("hashchange", () => {
		restore();
		search();
	});
	fill();
	restore();
	search();
})();
