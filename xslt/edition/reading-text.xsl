<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as it is read: the editor's readings, turns with their speakers, pages as signs. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:err="https://memcon.example/ns/errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="reading" on-no-match="text-only-copy"/>

  <xsl:template match="div" mode="reading" as="element()">
    <div class="part"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="reading"/></div>
  </xsl:template>

  <xsl:template match="p | ab" mode="reading" as="element()">
    <xsl:variable name="number" as="xs:string" select="f:paragraph-number(.)"/>
    <div class="par">
      <p>
        <xsl:sequence select="f:id(.)"/>
        <a class="number" href="#{@xml:id}" aria-label="{f:say('link-to-paragraph', map { 'number': $number })}"><xsl:sequence select="f:in-interface-among($lang)"/><span class="sign" aria-hidden="true">¶</span>{$number}</a>
        <xsl:sequence select="f:cite(@xml:id, f:say('what-paragraph', map { 'number': $number }))"/>
        <xsl:sequence select="f:slot(.)"/>
        <xsl:apply-templates mode="reading"/>
      </p>
      <xsl:call-template name="margin-notes"/>
    </div>
  </xsl:template>

  <xsl:template match="ab[@type = 'heading']" mode="reading" as="element()">
    <div class="par">
      <h3>
        <xsl:sequence select="f:id(.)"/>
        <a class="number" href="#{@xml:id}" aria-label="{f:say('link-to-heading')}"><xsl:sequence select="f:in-interface-among($lang)"/><span class="sign" aria-hidden="true">¶</span></a>
        <xsl:sequence select="f:cite(@xml:id, f:say('what-heading'))"/>
        <xsl:sequence select="f:slot(.)"/>
        <xsl:apply-templates mode="reading"/>
      </h3>
      <xsl:call-template name="margin-notes"/>
    </div>
  </xsl:template>

  <!-- A turn, or the part of it in this paragraph. Only the first part shows the name; the others say it to those who listen. -->
  <xsl:template match="said[not(ancestor::said)]" mode="reading" as="node()*">
    <xsl:variable name="name" as="xs:string" select="f:speaker(@who)"/>
    <span class="turn {f:speaker-class(@who)}{f:by(@who)}">
      <xsl:sequence select="f:id(.)"/>
      <xsl:choose>
        <xsl:when test="@prev">
          <span class="speaker continued"><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('speaker-continued', map { 'speaker': $name })}{f:say('colon')} </span></span>
        </xsl:when>
        <xsl:otherwise>
          <span class="speaker">
            <xsl:choose>
              <xsl:when test="f:entry(tokenize(@who)[1])"><a href="{$register}{tokenize(@who)[1]}">{$name}</a></xsl:when>
              <xsl:otherwise><b>{$name}</b></xsl:otherwise>
            </xsl:choose>
            <xsl:if test="@cert = 'low'"><span class="doubt"><xsl:sequence select="f:perhaps-title(.)"/><span aria-hidden="true">?</span><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:in-doubt('speaker-uncertain', 'speaker-uncertain-perhaps', .)}</span></span></xsl:if>
            <span class="vh">{f:say('colon')} </span>
            <xsl:apply-templates select="." mode="next-turn"/>
          </span>
        </xsl:otherwise>
      </xsl:choose>
      <a class="permalink" href="#{@xml:id}" aria-label="{f:say('link-to-turn', map { 'speaker': $name })}"><xsl:sequence select="f:in-interface-among($lang)"/>#</a>
      <xsl:if test="not(@prev)"><xsl:sequence select="f:cite(@xml:id, f:say('what-turn', map { 'speaker': $name }))"/></xsl:if>
      <xsl:sequence select="f:slot(.)"/>
      <span class="words"><xsl:apply-templates select="f:number-before(.)/node()" mode="reading"/><xsl:if test="f:number-before(.)"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates mode="reading"/></span>
    </span>
  </xsl:template>

  <!-- That something is uncertain, and who else may be meant where the file says so. -->
  <xsl:function name="f:in-doubt" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="key-with-names" as="xs:string"/>
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="if (f:perhaps($node)) then f:say($key-with-names, map { 'names': f:perhaps($node) }) else f:say($key)"/>
  </xsl:function>

  <!-- The way to the speaker's next turn, where the page has one (see following.xsl). -->
  <xsl:mode name="next-turn" on-no-match="deep-skip"/>

  <!-- The typist's number belongs to nobody's words, and stands on the line of the turn that it comes before. -->
  <xsl:function name="f:number-before" as="element()?">
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="$said/preceding-sibling::node()[not(self::text()) or normalize-space()][1][self::num]"/>
  </xsl:function>
  <xsl:template match="num[following-sibling::node()[not(self::text()) or normalize-space()][1][self::said]]" mode="reading" as="empty-sequence()" priority="1"/>

  <xsl:template match="said | q | quote" mode="reading" as="element()">
    <span class="quoted"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="reading"/></span>
  </xsl:template>

  <!-- "Kissinger:" in a memorandum written as a dialogue; the words belong to the text. -->
  <xsl:template match="label" mode="reading" as="element()">
    <b class="label"><xsl:apply-templates mode="reading"/></b>
  </xsl:template>

  <xsl:template match="pb" mode="reading" as="element()">
    <span class="pb">
      <xsl:sequence select="f:in-interface-among($lang)"/>
      <xsl:sequence select="f:id(.)"/>
      <a class="page" href="#{@xml:id}" aria-label="{f:say('link-to-this-page', map { 'page': @n })}">{f:say('page-short', map { 'page': @n })}</a>
      <xsl:sequence select="f:cite(@xml:id, f:say('what-page', map { 'page': @n }))"/>
      <span class="tick" aria-hidden="true"></span>
      <span class="vh"> {f:say('page-begins', map { 'page': @n })} </span>
    </span>
  </xsl:template>

  <!-- Furniture is no part of the reading; the diplomatic view shows it, but a page may begin inside it. -->
  <xsl:template match="fw" mode="reading" as="element()*">
    <xsl:apply-templates select=".//pb" mode="reading"/>
  </xsl:template>

  <!-- A link cannot stand in a link: inside a linked name the number waits for the end of the name. Pages that begin in what was mended begin here. -->
  <xsl:template match="app | choice[sic or orig]" mode="reading" as="node()*">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="entry" as="element()" select="f:whole(.)"/>
    <xsl:variable name="class" as="xs:string" select="if (not(f:is-mended($entry))) then 'varying' else if (f:uncertain($entry)) then 'mended low' else 'mended'"/>
    <span class="{$class}" id="{f:anchor(.)}">
      <xsl:apply-templates select="f:lemma(.)/node()" mode="reading"/>
    </span>
    <xsl:if test="f:is-mended($entry)"><xsl:apply-templates select="f:base(.)//pb" mode="reading"/></xsl:if>
    <xsl:if test="not($in-link)"><xsl:call-template name="mark"/></xsl:if>
  </xsl:template>

  <xsl:template name="mark" as="node()*">
    <xsl:if test="f:bears-sign(., 'reading')">
      <xsl:variable name="entry" as="element()" select="f:whole(.)"/>
      <xsl:call-template name="reading-mark">
        <xsl:with-param name="entry" select="$entry"/>
        <xsl:with-param name="slot" select="f:slot-name($entry)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice[abbr]" mode="reading" as="element()">
    <abbr title="{normalize-space(expan)}"><xsl:apply-templates select="abbr/node()" mode="reading"/></abbr>
  </xsl:template>

  <!-- Names lead to their entry in the registers; a name in a name is part of its link. -->
  <xsl:template match="persName | orgName | placeName | rs | name" mode="reading" as="node()*">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="f:entry(@ref) and not($in-link)">
        <xsl:variable name="entries" as="element()*" select=".//(app | choice[sic or orig])"/>
        <a class="name" href="{$register}{tokenize(@ref)[1]}">
          <xsl:apply-templates mode="reading"><xsl:with-param name="in-link" select="true()" tunnel="yes"/></xsl:apply-templates>
        </a>
        <xsl:if test="@cert = 'low' and empty($entries[f:is-mended(f:whole(.))])">
          <span class="doubt"><xsl:sequence select="f:perhaps-title(.)"/><span aria-hidden="true">?</span><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:in-doubt('name-uncertain', 'name-uncertain-perhaps', .)}</span></span>
        </xsl:if>
        <xsl:for-each select="$entries"><xsl:call-template name="mark"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="reading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date | time" mode="reading" as="element()">
    <time>
      <xsl:for-each select="(@when, @notBefore[. = ../@notAfter], self::time/@from)[1]"><xsl:attribute name="datetime" select="."/></xsl:for-each>
      <xsl:if test="self::date[not(@when)][@notBefore or @notAfter or @from or @to]">
        <xsl:attribute name="datetime" select="substring((@notBefore, @notAfter, @from, @to)[1], 1, 7)"/>
        <xsl:attribute name="title" select="f:span((@notBefore, @from)[1], (@notAfter, @to)[1])"/>
      </xsl:if>
      <xsl:apply-templates mode="reading"/>
    </time>
  </xsl:template>

  <xsl:template match="foreign" mode="reading" as="element()">
    <i lang="{@xml:lang}"><xsl:apply-templates mode="reading"/></i>
  </xsl:template>

  <xsl:template match="hi" mode="reading" as="element()">
    <xsl:element name="{if (@rend = ('italic', 'underline')) then 'em' else 'b'}"><xsl:apply-templates mode="reading"/></xsl:element>
  </xsl:template>

  <xsl:template match="del" mode="reading" as="element()">
    <s><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('struck-out')} </span><xsl:apply-templates mode="reading"/></s>
  </xsl:template>

  <xsl:template match="add" mode="reading" as="element()">
    <ins class="hand"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="reading"/></ins>
  </xsl:template>

  <xsl:template match="unclear | supplied" mode="reading" as="element()">
    <span class="unclear"><span class="sign bracket" aria-hidden="true">[</span><xsl:apply-templates mode="reading"/><span class="sign bracket" aria-hidden="true">?]</span><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:say('heard-hard-to-read')}</span></span>
  </xsl:template>

  <!-- A word that the recognition doubts is underlined; brackets at every second word could not be read. -->
  <xsl:template match="unclear[@reason = 'recognition']" mode="reading" as="element()" priority="1">
    <span class="doubted" title="{f:say('read-with-doubt')}"><xsl:apply-templates mode="reading"/></span>
  </xsl:template>

  <!-- The transcriber's own words for a gap have brackets of their own. -->
  <xsl:template match="gap" mode="reading" as="element()">
    <span class="gap"><xsl:choose>
      <xsl:when test="desc"><xsl:apply-templates mode="reading"/></xsl:when>
      <xsl:otherwise><span class="bracket">[…]</span></xsl:otherwise>
    </xsl:choose></span>
  </xsl:template>

  <!-- Lines of the form keep their ends; in running text only those that were set on purpose do. -->
  <xsl:template match="lb" mode="reading" as="node()*"><br/></xsl:template>
  <xsl:template match="(p | ab | note | said)//lb[@facs]" mode="reading" as="text()" priority="1"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="lb[@facs or parent::item][empty(preceding-sibling::node())]" mode="reading" as="empty-sequence()" priority="2"/>
  <xsl:template match="lb[@break = 'no']" mode="reading" as="empty-sequence()" priority="2"/>

  <xsl:template match="certainty" mode="reading" as="empty-sequence()"/>

  <!-- A hyphen that only the line's end has called for. -->
  <xsl:template match="pc[@force = 'weak']" mode="reading" as="empty-sequence()"/>

  <!-- The typist's own mark of a footnote; the note stands in the margin. -->
  <xsl:template match="ref[@type = 'footnote']" mode="reading" as="element()" priority="1">
    <a class="mark footnote-mark" href="{@target}" role="doc-noteref" aria-label="{f:say('footnote-number', map { 'number': string(.) })}"><xsl:apply-templates mode="reading"/></a>
  </xsl:template>

  <!-- Found wrong by whoever transcribed, and left so. -->
  <xsl:template match="sic" mode="reading" as="element()"><span class="sic"><xsl:apply-templates mode="reading"/></span></xsl:template>

  <xsl:template match="postscript | num | pc | desc | roleName | stamp | abbr | expan | surname | forename | genName" mode="reading" as="node()*">
    <xsl:apply-templates mode="reading"/>
  </xsl:template>

  <xsl:template match="ref" mode="reading" as="element()">
    <a href="{@target}">
      <xsl:apply-templates mode="reading"><xsl:with-param name="in-link" select="true()" tunnel="yes"/></xsl:apply-templates>
    </a>
  </xsl:template>

  <xsl:template match="*" mode="reading" priority="-10" as="node()*">
    <xsl:message select="path(.)" error-code="err:view-covers-element"/>
    <xsl:apply-templates mode="reading"/>
  </xsl:template>
</xsl:stylesheet>
