<?xml version="1.0" encoding="UTF-8"?>
<!-- The diplomatic view: a sheet a page, as the paper has it and as the transcription reads it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:err="https://memcon.example/ns/errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../lib/document.xsl"/>
  <xsl:include href="diplomatic-sheet.xsl"/>
  <xsl:include href="diplomatic-paper.xsl"/>

  <!-- Registers stand on the page of the reading view. -->
  <xsl:variable name="register" as="xs:string" select="$reading-href"/>
  <xsl:variable name="typed" as="xs:string" select="''"/>

  <xsl:variable name="typed-slots" as="map(xs:string, xs:integer)" select="
    map:merge(for $n in 1 to count($noted) return map:entry(f:identity($noted[$n]), $n))"/>
  <xsl:variable name="last-slot" as="xs:integer" select="200"/>
  <xsl:template match="/" as="element()">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="$language"/>
      <xsl:with-param name="title" select="f:view-title('diplomatic')"/>
      <xsl:with-param name="description" select="f:say('about-view-diplomatic') || ' ' || $description"/>
      <xsl:with-param name="kind" select="'diplomatic'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="metadata"/>
        <link rel="stylesheet" href="{$assets}/diplomatic.css"/>
        <xsl:call-template name="citing-metadata"/>
      </xsl:with-param>
      <xsl:with-param name="views" as="element()*">
        <xsl:call-template name="views"><xsl:with-param name="current" select="'diplomatic'"/></xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="content" as="node()*">
        <article>
          <header class="head paper-head">
            <p class="when"><xsl:if test="$created-day"><time datetime="{$created-day}">{f:day($created-day)}</time></xsl:if></p>
            <xsl:call-template name="title"/>
            <p class="sub">{f:say('sub-diplomatic')}</p>
          </header>
          <div class="{if (count($noted) le $last-slot) then 'sheets placed' else 'sheets'}">
            <!-- What stands before the first page break, in a file that has any, gets a sheet of its own. -->
            <xsl:for-each select="(if (empty($pages) or f:before-pages()) then 0 else (), 1 to count($pages))">
              <xsl:variable name="page" as="xs:integer" select="."/>
              <xsl:call-template name="sheet">
                <xsl:with-param name="page" select="$page"/>
                <xsl:with-param name="pb" select="$pages[$page]"/>
              </xsl:call-template>
            </xsl:for-each>
          </div>
        </article>
        <xsl:call-template name="cite-box"/>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*"><xsl:call-template name="colophon"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="sheet" as="element()">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:param name="pb" as="element()?"/>
    <xsl:variable name="number" as="xs:string" select="string(($pb/@n, $page)[1])"/>
    <xsl:variable name="notes" as="element()*" select="$noted[f:page(.) = $page]"/>
    <section class="sheet-row" aria-label="{f:say('page-title', map { 'page': $number })}">
      <h2 class="sheet-title">
        <xsl:sequence select="$pb ! f:id(.)"/>
        <xsl:choose>
          <xsl:when test="$pb/@xml:id"><a href="#{$pb/@xml:id}" aria-label="{f:say('link-to-page', map { 'page': $number })}">{f:say('page-title', map { 'page': $number })}<span class="sign" aria-hidden="true"> #</span></a></xsl:when>
          <xsl:otherwise>{f:say('page-title', map { 'page': $number })}</xsl:otherwise>
        </xsl:choose>
        <xsl:sequence select="f:cite($pb/@xml:id, f:say('what-page', map { 'page': $number }))"/>
      </h2>
      <xsl:call-template name="paper"><xsl:with-param name="page" select="$page"/></xsl:call-template>
      <xsl:if test="exists($notes)">
        <ul class="notes" role="list" aria-label="{f:say('notes-to-page', map { 'page': $number })}">
          <xsl:apply-templates select="$notes" mode="beside"/>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:stylesheet>
