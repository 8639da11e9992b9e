<?xml version="1.0" encoding="UTF-8"?>
<!-- The principles of the edition, as the editions' own headers declare them, and what the workspace says of itself. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:template name="principles" as="empty-sequence()">
    <xsl:call-template name="site-page">
      <xsl:with-param name="href" select="'principles.html'"/>
      <xsl:with-param name="title" select="f:say('principles-of-edition')"/>
      <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:say('about-principles') })"/>
      <xsl:with-param name="under" select="'principles'"/>
      <xsl:with-param name="kind" select="'of-principles'"/>
      <xsl:with-param name="content" as="node()*">
        <xsl:call-template name="page-head">
          <xsl:with-param name="title" select="f:say('principles-of-edition')"/>
          <xsl:with-param name="sub" select="f:tell('principles-sub', map { 'guidelines': f:link('schema/guidelines.html'), 'errata': f:link('errata.html') })"/>
        </xsl:call-template>
        <section class="register" aria-labelledby="about">
          <h2 id="about">{$site-title}</h2>
          <dl class="facts">
            <dt>{f:say('column-documents')}</dt><dd><a href="index.html">{f:counted('documents', count($editions))}</a>, {f:counted('words', $words-of-all)}</dd>
            <dt>{f:say('fact-readings-mended')}</dt>
            <dd>
              <xsl:variable name="mended" as="element()"><a href="errata.html">{f:number(sum($editions/@readings ! xs:integer(.)))}</a></xsl:variable>
              <xsl:sequence select="f:tell-counted('of-which-uncertain', xs:integer(sum($editions/@doubtful ! xs:integer(.))), map { 'all': $mended })"/>
            </dd>
            <xsl:if test="$publisher"><dt>{f:say('fact-published-by')}</dt><dd>{$publisher}</dd></xsl:if>
            <xsl:if test="$address"><dt>{f:say('fact-published-at')}</dt><dd><a href="{$address}">{$address}</a></dd></xsl:if>
            <xsl:if test="$licence">
              <dt>{f:say('fact-licence')}</dt>
              <dd><xsl:choose><xsl:when test="$licence-href"><a href="{$licence-href}" rel="license">{$licence}</a></xsl:when><xsl:otherwise>{$licence}</xsl:otherwise></xsl:choose></dd>
            </xsl:if>
            <xsl:if test="$authorities"><dt>{f:say('fact-authority-files')}</dt><dd>{$authorities}</dd></xsl:if>
            <dt>{f:say('fact-schema')}</dt>
            <dd><a href="schema/guidelines.html">{f:named('page', 'guidelines')}</a>, <a href="schema/memcon.odd">ODD</a>, <a href="schema/memcon.rng">RELAX NG</a>, <a href="schema/memcon.sch">Schematron</a></dd>
          </dl>
        </section>
        <xsl:for-each-group select="$editions/principle" group-by="string(@name)">
          <xsl:variable name="name" as="xs:string" select="current-grouping-key()"/>
          <section class="register" aria-labelledby="principle.{$name}">
            <h2 id="principle.{$name}">{f:named('principle', $name, f:capital($name))}</h2>
            <xsl:for-each-group select="current-group()" group-by="normalize-space()">
              <xsl:variable name="in" as="element()*" select="current-group() ! .."/>
              <div class="principle">
                <!-- The program writes its declarations in English. -->
                <xsl:sequence select="f:in-language('en')"/>
                <xsl:apply-templates select="node()" mode="prose"/>
                <xsl:if test="count(distinct-values($in/@name)) lt count($editions)">
                  <details class="small">
                    <xsl:sequence select="f:in-interface-among('en')"/>
                    <summary>{f:capital(f:counted('in-documents', count($in)))}<span class="vh"> {f:say('variant-of-principle', map { 'principle': f:named('principle', $name, f:capital($name)), 'number': position() })}</span></summary>
                    <ul role="list"><xsl:for-each select="$in"><li><xsl:sequence select="f:document(., '')"/><xsl:text> </xsl:text><span class="life"><xsl:sequence select="f:date(@when)"/></span></li></xsl:for-each></ul>
                  </details>
                </xsl:if>
              </div>
            </xsl:for-each-group>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
