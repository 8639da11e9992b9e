<?xml version="1.0" encoding="UTF-8"?>
<!-- Hands with what each wrote or struck out, and stamps with their words. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:template name="hands" as="empty-sequence()">
    <xsl:variable name="with" as="element()*" select="$editions[hand or written or stamp]"/>
    <xsl:variable name="parts" as="xs:integer*" select="f:parts($with ! xs:integer(400 + 320 * count(hand) + 170 * count(written) + 120 * count(stamp)))"/>
    <xsl:variable name="labels" as="xs:string*" select="
      for $part in distinct-values($parts) return f:range(f:row-label(f:of-part($with, $parts, $part)[1], 'date'), f:row-label(f:of-part($with, $parts, $part)[last()], 'date'))"/>
    <xsl:for-each select="if (exists($parts)) then 1 to max($parts) else 1">
      <xsl:variable name="part" as="xs:integer" select="."/>
      <xsl:call-template name="site-page">
        <xsl:with-param name="href" select="f:part-href('hands', $part)"/>
        <xsl:with-param name="title" select="f:say('hands-and-stamps')"/>
        <xsl:with-param name="description" select="f:say('description', map { 'of': $site-title, 'about': f:say('about-hands') })"/>
        <xsl:with-param name="under" select="'hands'"/>
        <xsl:with-param name="content" as="node()*">
          <xsl:call-template name="page-head">
            <xsl:with-param name="title" select="f:say('hands-and-stamps')"/>
            <xsl:with-param name="sub" as="node()*">
              <xsl:value-of select="
                if (exists($with)) then f:say('hands-of-site', map { 'passages': f:counted('passages-by-hand', count($with/written)), 'stamps': f:counted('stamps', count($with/stamp)), 'documents': f:counted('in-documents', count($with)) })
                else f:say('hands-none')"/>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="pager">
            <xsl:with-param name="stem" select="'hands'"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="labels" select="$labels"/>
          </xsl:call-template>
          <xsl:for-each select="f:of-part($with, $parts, $part)"><xsl:call-template name="hands-of-edition"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="hands-of-edition" as="element()">
    <xsl:variable name="edition" as="element()" select="."/>
    <section class="register" aria-labelledby="of.{@name}">
      <h2 id="of.{@name}"><xsl:sequence select="f:document(., '')"/><xsl:text> </xsl:text><span class="life"><xsl:sequence select="f:date(@when)"/></span></h2>
      <xsl:if test="hand or written">
        <dl class="facts hands">
          <xsl:for-each select="hand">
            <xsl:variable name="pointer" as="xs:string" select="'#' || @id"/>
            <dt id="{$edition/@name}.{@id}">{f:capital(translate(replace(@id, '^hand\.', ''), '-_', '  '))}</dt>
            <dd>
              <p><xsl:apply-templates mode="prose"/><xsl:if test="@cert = 'low'"> {f:say('attribution-uncertain')}</xsl:if></p>
              <xsl:call-template name="written"><xsl:with-param name="written" select="$edition/written[tokenize(@by) = $pointer]"/></xsl:call-template>
            </dd>
          </xsl:for-each>
          <xsl:variable name="unknown" as="element()*" select="written[not(tokenize(@by) ! substring-after(., '#') = $edition/hand/@id)]"/>
          <xsl:if test="exists($unknown)">
            <dt>{f:say('hands-not-told-apart')}</dt>
            <dd><xsl:call-template name="written"><xsl:with-param name="written" select="$unknown"/></xsl:call-template></dd>
          </xsl:if>
        </dl>
      </xsl:if>
      <xsl:if test="stamp">
        <dl class="facts stamps">
          <dt>{f:say('fact-stamps')}</dt>
          <xsl:for-each-group select="stamp" group-by="string(.)">
            <dd><span class="stamped"><xsl:sequence select="f:in-language(../@lang)"/>{current-grouping-key()}</span><xsl:text> </xsl:text><xsl:for-each select="current-group()"><xsl:if test="position() gt 1">, </xsl:if><xsl:sequence select="f:sheet(.)"/></xsl:for-each></dd>
          </xsl:for-each-group>
        </dl>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="written" as="element()?">
    <xsl:param name="written" as="element()*"/>
    <xsl:where-populated>
      <ul class="written" role="list">
        <xsl:for-each select="$written">
          <li>
            <xsl:choose>
              <xsl:when test="@as = 'del'"><span class="vh">{f:say('struck-out')} </span><s><xsl:sequence select="f:in-language(../@lang)"/>{.}</s></xsl:when>
              <xsl:otherwise><span class="hand"><xsl:sequence select="f:in-language(../@lang)"/>{.}</span></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <xsl:sequence select="f:sheet(.)"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:template>

  <xsl:function name="f:sheet" as="element()">
    <xsl:param name="thing" as="element()"/>
    <a class="at" href="{f:uri($thing/../@name)}/diplomatic.html{$thing/@at[. ne ''] ! ('#' || .)}">{if ($thing/@page = '0') then f:say('on-the-sheet') else f:say('page-short', map { 'page': $thing/@page })}</a>
  </xsl:function>
</xsl:stylesheet>
