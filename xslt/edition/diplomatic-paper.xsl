<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands on a sheet. A node that runs over a page break gives to each sheet the part that stands on it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:err="https://memcon.example/ns/errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="diplomatic" on-no-match="text-only-copy" use-accumulators="page"/>

  <xsl:template name="here" as="node()*">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <xsl:apply-templates select="node()[f:on-page(., $page)]" mode="diplomatic"/>
  </xsl:template>

  <xsl:template match="text | body | div" mode="diplomatic" as="node()*">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <xsl:apply-templates select="$standing(f:identity(.) || ' ' || $page)" mode="diplomatic"/>
  </xsl:template>

  <!-- White space between blocks is no text. -->
  <xsl:template match="(text | body | div | list | table | row | opener | postscript)/text()[not(normalize-space())]" mode="diplomatic" as="empty-sequence()"/>

  <!-- The foot of a page and the head of the next lie inside a paragraph that runs on; on the sheets they stand below and above it. -->
  <xsl:template match="p | ab" mode="diplomatic" as="node()*">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="first" as="xs:boolean" select="f:page(.) = $page"/>
    <xsl:variable name="content" as="node()*"><xsl:call-template name="here"/></xsl:variable>
    <xsl:variable name="top" as="element()*" select=".//(fw | note)[f:page(.) = $page][f:loose(.)][@place = 'top']"/>
    <xsl:variable name="bottom" as="element()*" select=".//(fw | note)[f:page(.) = $page][f:loose(.)] except $top"/>
    <xsl:apply-templates select="$top" mode="paper"/>
    <xsl:if test="normalize-space(string-join($content))">
      <p class="{if (@type = 'heading') then 'typed heading' else if ($first) then 'typed' else 'typed continued'}">
        <xsl:if test="$first"><xsl:sequence select="f:typed-id(.)"/></xsl:if>
        <xsl:sequence select="$content"/>
      </p>
    </xsl:if>
    <xsl:apply-templates select="$bottom" mode="paper"/>
  </xsl:template>

  <!-- Furniture that stands beside a paragraph which only the page break makes it part of. -->
  <xsl:function name="f:loose" as="xs:boolean">
    <xsl:param name="thing" as="element()"/>
    <xsl:sequence select="exists($thing/self::fw) or $thing/@place = ('top', 'bottom')"/>
  </xsl:function>

  <xsl:template match="(p | ab)//fw | (p | ab)//note[@place = ('top', 'bottom')]" mode="diplomatic" as="empty-sequence()"/>
  <xsl:template match="fw | note" mode="diplomatic" as="element()"><xsl:apply-templates select="." mode="paper"/></xsl:template>

  <!-- Furniture and handwriting themselves. -->
  <xsl:mode name="paper" on-no-match="fail"/>

  <xsl:template match="fw" mode="paper" as="element()">
    <div class="fw {(@type, 'other')[1]} {(@place, 'top')[1]}">
      <xsl:sequence select="f:typed-id(.)"/>
      <xsl:for-each select="$typed-slots(f:identity(.))"><span class="at r{.}"></span></xsl:for-each>
      <xsl:choose>
        <xsl:when test="@type = 'stamp' or stamp">
          <span class="stamp"><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('heard-stamp')} </span><xsl:call-template name="here"/></span>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="here"/></xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:links(., f:say(if (@type = 'stamp' or stamp) then 'what-stamp' else 'what-line'), $typed)"/>
    </div>
  </xsl:template>

  <xsl:template match="note[@type = 'annotation']" mode="paper" as="element()">
    <div class="annotation {(@place, 'top')[1]}">
      <xsl:sequence select="f:typed-id(.)"/>
      <span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('heard-handwritten')} </span>
      <span class="hand"><xsl:call-template name="here"/></span>
      <xsl:sequence select="f:links(., f:say('what-annotation', map { 'number': replace(@xml:id, '^\D+', '') }), $typed)"/>
    </div>
  </xsl:template>

  <xsl:template match="note[@type = 'footnote']" mode="paper" as="element()">
    <p class="typed typed-footnote"><xsl:sequence select="f:typed-id(.)"/><xsl:call-template name="here"/><xsl:sequence select="f:links(., f:say('what-footnote', map { 'number': string(@n) }), $typed)"/></p>
  </xsl:template>

  <!-- The editor's commentary is not on the paper; it leads to the reading view. -->
  <xsl:template match="note" mode="paper" as="element()">
    <span class="editorial"><xsl:sequence select="f:in-interface-among($lang)"/>[<a href="{$reading-href}{@xml:id ! ('#' || .)}">{f:say('an-editors-note')}</a>]</span>
  </xsl:template>

  <xsl:template match="(p | ab)//note[not(@type = 'annotation')][not(@place = ('top', 'bottom'))]" mode="diplomatic" priority="2" as="element()">
    <xsl:apply-templates select="." mode="paper"/>
  </xsl:template>
  <xsl:template match="(p | ab)//note[@type = 'annotation'][not(@place = ('top', 'bottom'))]" mode="diplomatic" priority="2" as="element()">
    <span class="hand inline"><xsl:sequence select="f:typed-id(.)"/><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:say('heard-handwritten')} </span><xsl:call-template name="here"/></span>
  </xsl:template>

  <xsl:template match="head" mode="diplomatic" as="element()"><p class="form-title"><xsl:call-template name="here"/></p></xsl:template>
  <xsl:template match="(list | table)/head" mode="diplomatic" as="element()"><p class="form-label"><xsl:call-template name="here"/></p></xsl:template>
  <xsl:template match="opener | closer" mode="diplomatic" as="element()"><div class="form-block"><xsl:call-template name="here"/></div></xsl:template>
  <xsl:template match="dateline | signed | salute" mode="diplomatic" as="element()"><p class="form-line"><xsl:call-template name="here"/></p></xsl:template>
  <xsl:template match="list" mode="diplomatic" as="element()"><div class="form-block"><xsl:call-template name="here"/></div></xsl:template>
  <!-- Sides that stand beside each other: a row for each line of the paper. -->
  <xsl:template match="list[@rend = 'columns']" mode="diplomatic" as="element()" priority="1">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <div class="form-block">
      <xsl:apply-templates select="head[f:on-page(., $page)]" mode="diplomatic"/>
      <xsl:for-each-group select="(item | lb)[f:on-page(., $page)]" group-starting-with="lb | item[node()[1][self::lb]]">
        <div class="form-columns"><xsl:apply-templates select="current-group()[self::item]" mode="diplomatic"/></div>
      </xsl:for-each-group>
    </div>
  </xsl:template>
  <xsl:template match="item/list" mode="diplomatic" as="element()"><div class="form-people"><xsl:call-template name="here"/></div></xsl:template>
  <xsl:template match="item[list]" mode="diplomatic" as="element()"><div class="form-side"><xsl:call-template name="here"/></div></xsl:template>
  <xsl:template match="item" mode="diplomatic" as="element()"><p class="form-line"><xsl:call-template name="here"/></p></xsl:template>
  <xsl:template match="item/label" mode="diplomatic" as="element()"><p class="form-label"><xsl:call-template name="here"/></p></xsl:template>

  <xsl:template match="table" mode="diplomatic" as="node()*">
    <xsl:apply-templates select="head" mode="diplomatic"/>
    <table class="form-table"><tbody><xsl:apply-templates select="row" mode="diplomatic"/></tbody></table>
  </xsl:template>
  <xsl:template match="row" mode="diplomatic" as="element()"><tr><xsl:call-template name="here"/></tr></xsl:template>
  <xsl:template match="cell" mode="diplomatic" as="element()"><td><xsl:call-template name="here"/></td></xsl:template>

  <!-- A turn has no look on the paper, but it can be linked to. -->
  <xsl:template match="said" mode="diplomatic" as="element()">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <span><xsl:if test="f:page(.) = $page"><xsl:sequence select="f:typed-id(.)"/></xsl:if><xsl:call-template name="here"/></span>
  </xsl:template>

  <!-- The transcription's reading stands on the sheet; the note beside it has the others. -->
  <xsl:template match="app | choice[sic or orig]" mode="diplomatic" as="node()*">
    <xsl:param name="page" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="entry" as="element()" select="f:whole(.)"/>
    <xsl:variable name="class" as="xs:string" select="if (not(f:is-mended($entry))) then 'varying' else if (f:uncertain($entry)) then 'mended low' else 'mended'"/>
    <span class="{$class}">
      <xsl:if test="f:page(.) = $page"><xsl:attribute name="id" select="$typed || f:anchor(.)"/></xsl:if>
      <xsl:apply-templates select="f:base(.)/node()[f:on-page(., $page)]" mode="diplomatic"/>
    </span>
    <xsl:if test="f:page(.) = $page and f:bears-sign(., 'diplomatic')">
      <xsl:call-template name="reading-mark">
        <xsl:with-param name="entry" select="$entry"/>
        <xsl:with-param name="slot" select="$typed-slots(f:identity($entry)) ! ('r' || .)"/>
        <xsl:with-param name="before" select="if (map:contains($typed-slots, f:identity($entry))) then $typed else ''"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice[abbr]" mode="diplomatic" as="element()">
    <abbr title="{normalize-space(expan)}"><xsl:apply-templates select="abbr/node()" mode="diplomatic"/></abbr>
  </xsl:template>

  <xsl:template match="del" mode="diplomatic" as="element()"><s><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/>{f:say('struck-out')} </span><xsl:call-template name="here"/></s></xsl:template>
  <xsl:template match="hi" mode="diplomatic" as="element()">
    <xsl:element name="{if (@rend = 'italic') then 'i' else if (@rend = 'underline') then 'u' else 'b'}"><xsl:call-template name="here"/></xsl:element>
  </xsl:template>
  <xsl:template match="add" mode="diplomatic" as="element()">
    <ins class="hand inline"><xsl:sequence select="f:typed-id(.)"/><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:say('heard-handwritten')} </span><xsl:call-template name="here"/></ins>
  </xsl:template>
  <xsl:template match="unclear | supplied" mode="diplomatic" as="element()">
    <span class="unclear"><xsl:call-template name="here"/><span class="vh"><xsl:sequence select="f:in-interface-among($lang)"/> {f:say('heard-hard-to-read')}</span></span>
  </xsl:template>
  <xsl:template match="gap" mode="diplomatic" as="element()">
    <span class="gap"><xsl:choose>
      <xsl:when test="desc"><xsl:call-template name="here"/></xsl:when>
      <xsl:otherwise>[…]</xsl:otherwise>
    </xsl:choose></span>
  </xsl:template>
  <xsl:template match="ref[@type = 'footnote']" mode="diplomatic" as="element()" priority="1"><a href="{replace(@target, '^#', '#' || $typed)}"><xsl:call-template name="here"/></a></xsl:template>
  <xsl:template match="sic" mode="diplomatic" as="element()"><span class="sic"><xsl:call-template name="here"/></span></xsl:template>
  <xsl:template match="foreign" mode="diplomatic" as="element()"><span lang="{@xml:lang}"><xsl:call-template name="here"/></span></xsl:template>
  <xsl:template match="lb" mode="diplomatic" as="node()*"><br/></xsl:template>
  <xsl:template match="lb[@facs or parent::item][empty(preceding-sibling::node())]" mode="diplomatic" as="empty-sequence()" priority="1"/>
  <xsl:template match="pb | certainty" mode="diplomatic" as="empty-sequence()"/>

  <xsl:template match="postscript | num | pc | desc | stamp | label | persName | orgName | placeName | rs | name | roleName | date | time | q | quote | surname | forename | genName | ref | abbr | expan"
    mode="diplomatic" as="node()*">
    <xsl:call-template name="here"/>
  </xsl:template>

  <xsl:template match="*" mode="diplomatic" priority="-10" as="node()*">
    <xsl:message select="path(.)" error-code="err:view-covers-element"/>
    <xsl:call-template name="here"/>
  </xsl:template>
</xsl:stylesheet>
