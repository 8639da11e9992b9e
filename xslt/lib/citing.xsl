<?xml version="1.0" encoding="UTF-8"?>
<!-- Citing in place: the links beside a passage, and the box that the script fills. Without the script a link leads to the page of citations. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:param name="cite-href" as="xs:string" select="''"/>
  <!-- The whole document as it is cited in a note; empty where no page of citations was made. -->
  <xsl:param name="whole-citation" as="xs:string" select="''"/>

  <!-- The way to the citation of a passage; nothing where it has no id of its own. -->
  <xsl:function name="f:cite" as="element()?">
    <xsl:param name="id" as="xs:string?"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:if test="$cite-href and $id"><a class="cite" href="{$cite-href}#{$id}" aria-label="{f:say('cite', map { 'what': $what })}"><xsl:sequence select="f:in-own-language()"/>{f:say('cite-link')}</a></xsl:if>
  </xsl:function>

  <!-- These links stand among words of the document and in citations, which are English. -->
  <xsl:function name="f:in-own-language" as="attribute()?">
    <xsl:if test="($lang, 'en') != $language"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>

  <!-- The link of a passage to itself, and the way to its citation. -->
  <xsl:function name="f:links" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="what" as="xs:string"/>
    <!-- What the ids of the view begin with. -->
    <xsl:param name="before" as="xs:string"/>
    <xsl:if test="$element/@xml:id">
      <a class="permalink" href="#{$before}{$element/@xml:id}" aria-label="{f:say('link-to', map { 'what': $what })}"><xsl:sequence select="f:in-own-language()"/>#</a>
      <xsl:sequence select="f:cite($element/@xml:id, $what)"/>
    </xsl:if>
  </xsl:function>

  <!-- The document as a whole, as a note cites it, and where it is read. -->
  <xsl:template name="citation" as="node()*">
    <xsl:analyze-string select="$whole-citation" regex="https?://\S*[^\s.,;)]">
      <xsl:matching-substring><a href="{.}">{.}</a></xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
    <xsl:if test="not(matches($whole-citation, 'https?://'))"><xsl:text> </xsl:text><a class="address" href="{$reading-href}">{$name}/{$reading-href}</a></xsl:if>
  </xsl:template>

  <xsl:template name="citing-metadata" as="element()*">
    <xsl:if test="$cite-href">
      <link rel="stylesheet" href="{$assets}/citing.css"/>
      <script src="{$assets}/citing.js" defer=""></script>
    </xsl:if>
  </xsl:template>

  <!-- Words in attributes are those that the script says; in "{}" it puts what they are said of. -->
  <xsl:template name="cite-box" as="element()?">
    <xsl:if test="$cite-href">
      <template id="cite-box" data-citations="{replace($cite-href, '\.html$', '.js')}">
        <dialog class="cite-box" aria-labelledby="cite-box-name">
          <div class="cite-box-head">
            <xsl:variable name="label" as="element()"><span data-of="label"><xsl:sequence select="f:in-language('en')"/></span></xsl:variable>
            <h2 id="cite-box-name"><xsl:sequence select="f:tell('cite-box-name', map { 'label': $label })"/></h2>
            <button type="button" data-close="" aria-label="{f:say('do-close')}">×</button>
          </div>
          <p class="cite-box-words" data-of="words" data-quoted="{f:quoted('{}')}"><xsl:sequence select="f:in-language($lang)"/></p>
          <p class="cite-box-state" hidden="">{f:say('unreviewed')}</p>
          <p class="cite-box-unfound" hidden="">{f:say('words-unfound')}</p>
          <dl>
            <xsl:call-template name="cite-box-row"><xsl:with-param name="format" select="'permalink'"/><xsl:with-param name="called" select="f:say('permalink')"/></xsl:call-template>
            <xsl:call-template name="cite-box-row"><xsl:with-param name="format" select="'chicago'"/><xsl:with-param name="called" select="f:say('chicago-note')"/></xsl:call-template>
            <xsl:call-template name="cite-box-row"><xsl:with-param name="format" select="'mla'"/><xsl:with-param name="called" select="'MLA'"/></xsl:call-template>
            <xsl:call-template name="cite-box-row"><xsl:with-param name="format" select="'mla-in-text'"/><xsl:with-param name="called" select="f:say('mla-in-text')"/></xsl:call-template>
            <xsl:for-each select="'BibTeX', 'RIS', 'CSL-JSON'">
              <xsl:call-template name="cite-box-row"><xsl:with-param name="format" select="lower-case(.)"/><xsl:with-param name="called" select="."/></xsl:call-template>
            </xsl:for-each>
          </dl>
          <p class="cite-box-done" role="status" data-done="{f:say('copied', map { 'what': '{}' })}" data-selected="{f:say('selected-to-copy', map { 'what': '{}' })}"></p>
        </dialog>
        <button type="button" class="cite-words">{f:say('cite-these-words')}</button>
      </template>
    </xsl:if>
  </xsl:template>

  <!-- A format: its name, its text, unfolded where it is for programs, and the button that copies it. -->
  <xsl:template name="cite-box-row" as="element()">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="called" as="xs:string"/>
    <div>
      <dt data-called="{$format}">{$called}</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="$format = ('bibtex', 'ris', 'csl-json')"><details><summary>{f:say('do-show')}<span class="vh"> {$called}</span></summary><pre tabindex="0" data-of="{$format}"></pre></details></xsl:when>
          <xsl:otherwise><span data-of="{$format}"><xsl:if test="$format ne 'permalink'"><xsl:sequence select="f:in-language('en')"/></xsl:if></span></xsl:otherwise>
        </xsl:choose>
      </dd>
      <dd class="cite-box-copy"><button type="button" data-copy="{$format}">{f:say('do-copy')}<span class="vh"> {$called}</span></button></dd>
    </div>
  </xsl:template>
</xsl:stylesheet>
