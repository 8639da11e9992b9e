<?xml version="1.0" encoding="UTF-8"?>
<!-- Both texts side by side: a row a page, on the left the sheet as typed, on the right the reading text of the same page. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Imported where what stands here goes before it. -->
  <xsl:import href="reading-text.xsl"/>
  <xsl:import href="reading-form.xsl"/>
  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="reading-blocks.xsl"/>
  <xsl:include href="reading-head.xsl"/>
  <xsl:include href="reading-margin.xsl"/>
  <xsl:include href="diplomatic-sheet.xsl"/>
  <xsl:include href="diplomatic-paper.xsl"/>
  <xsl:include href="parallel-text.xsl"/>

  <!-- Registers stand on the page of the reading view. -->
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>
  <!-- The reading text has the ids of the edition; those of the sheets begin otherwise. -->
  <xsl:variable name="typed" as="xs:string" select="'typed.'"/>

  <!-- What the reading column has no note for stands under the sheet: readings in heads and feet, stamps with a commentary. -->
  <xsl:variable name="under-sheets" as="element()*" select="
    let $has-note := map:merge(($margin, $noted-in-form) ! map:entry(f:identity(.), true()))
    return $noted[not(map:contains($has-note, f:identity(.)))]"/>
  <xsl:variable name="typed-slots" as="map(xs:string, xs:integer)" select="
    map:merge(for $n in 1 to count($under-sheets) return map:entry(f:identity($under-sheets[$n]), $n))"/>
  <xsl:variable name="under-sheet" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$under-sheets" group-by="f:page(.)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- What stands before the first page break, in a file that has any, gets a row of its own. -->
  <xsl:variable name="numbers" as="xs:integer*" select="if (empty($pages) or f:before-pages()) then 0 else (), 1 to count($pages)"/>

  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:view-title('parallel')"/>
      <xsl:with-param name="description" select="f:say('about-view-parallel') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'parallel'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <link rel="stylesheet" href="{$assets}/diplomatic.css"/>
        <link rel="stylesheet" href="{$assets}/parallel.css"/>
        <xsl:call-template name="citing-metadata"/>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'parallel'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">{f:say('sub-parallel')}</p>
          </header>
          <xsl:for-each select="$numbers">
            <xsl:call-template name="row"><xsl:with-param name="page" select="."/></xsl:call-template>
          </xsl:for-each>
        </article>
        <xsl:call-template name="cite-box"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="row" as="element()">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:variable name="pb" as="element()?" select="$pages[$page]"/>
    <xsl:variable name="number" as="xs:string" select="string(($pb/@n, $page)[1])"/>
    <xsl:variable name="anchor" as="xs:string" select="string($pb/@xml:id ! ('#' || .))"/>
    <xsl:variable name="notes" as="element()*" select="$under-sheet($page)"/>
    <section class="parallel-row" aria-label="{f:say('page-title', map { 'page': $number })}">
      <div class="row-head">
        <h2 class="sheet-title">
          <xsl:sequence select="$pb ! f:id(.)"/>
          <xsl:choose>
            <xsl:when test="$anchor"><a href="{$anchor}" aria-label="{f:say('link-to-page', map { 'page': $number })}">{f:say('page-title', map { 'page': $number })}<span class="sign" aria-hidden="true"> #</span></a></xsl:when>
            <xsl:otherwise>{f:say('page-title', map { 'page': $number })}</xsl:otherwise>
          </xsl:choose>
          <xsl:sequence select="f:cite($pb/@xml:id, f:say('what-page', map { 'page': $number }))"/>
        </h2>
        <p class="elsewhere">
          <a href="{$diplomatic-href}{$anchor}" aria-label="{f:say('page-as-typed', map { 'page': $number })}">{f:named('view', 'diplomatic')}</a>
          <xsl:text> </xsl:text>
          <a href="{$reading-href}{$anchor}" aria-label="{f:say('page-in-reading-text', map { 'page': $number })}">{f:named('view', 'reading')}</a>
          <xsl:if test="exists($images)">
            <xsl:text> </xsl:text>
            <a href="{$facsimile-href}{$anchor}" aria-label="{f:say('page-in-facsimile', map { 'page': $number })}">{f:named('view', 'facsimile')}</a>
          </xsl:if>
        </p>
      </div>
      <div class="typed-column" role="group" aria-label="{f:say('page-as-typed', map { 'page': $number })}">
        <xsl:call-template name="paper"><xsl:with-param name="page" select="$page"/></xsl:call-template>
        <xsl:if test="exists($notes)">
          <ul class="notes" role="list" aria-label="{f:say('notes-to-sheet', map { 'page': $number })}">
            <xsl:apply-templates select="$notes" mode="beside"/>
          </ul>
        </xsl:if>
      </div>
      <div class="reading-column" role="group" aria-label="{f:say('reading-text-of-page', map { 'page': $number })}">
        <xsl:call-template name="reading-of-page"><xsl:with-param name="page" select="$page"/></xsl:call-template>
      </div>
    </section>
  </xsl:template>
</xsl:stylesheet>
