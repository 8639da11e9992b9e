<?xml version="1.0" encoding="UTF-8"?>
<!-- The readings of witnesses that the edition does not take, as a table. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="not-taken" as="element()?">
    <!-- On the page with the text its notes have numbers; elsewhere a place says more. -->
    <xsl:param name="numbered" as="xs:boolean" select="false()"/>
    <xsl:if test="exists($varying)">
      <xsl:variable name="contexts" as="map(*)" select="if ($numbered) then map {} else f:contexts($varying)"/>
      <table class="places" role="table">
        <caption>{f:say('not-taken-caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{f:say('column-place')}</th>
            <xsl:if test="not($numbered)"><th scope="col" role="columnheader">{f:say('column-context')}</th></xsl:if>
            <th scope="col" role="columnheader">{f:say('column-edition')}</th>
            <th scope="col" role="columnheader">{f:say('column-witness-reads')}</th>
            <th scope="col" role="columnheader">{f:say('column-witness')}</th>
            <th scope="col" role="columnheader">{f:say('column-differs')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <xsl:for-each select="$varying">
            <xsl:variable name="entry" as="element()" select="."/>
            <xsl:for-each select="f:not-taken(.)">
              <xsl:call-template name="not-taken-row">
                <xsl:with-param name="entry" select="$entry"/>
                <xsl:with-param name="is-first" select="position() = 1"/>
                <xsl:with-param name="numbered" select="$numbered"/>
                <xsl:with-param name="contexts" select="$contexts"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template name="not-taken-row" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="is-first" as="xs:boolean"/>
    <xsl:param name="numbered" as="xs:boolean"/>
    <xsl:param name="contexts" as="map(*)"/>
    <!-- The reading view has no other place for what varies in a head or foot. -->
    <xsl:variable name="anchors" as="xs:boolean" select="$numbered and $is-first and $entry/ancestor::fw and not(f:is-mended($entry))"/>
    <tr role="row">
      <xsl:if test="$anchors"><xsl:attribute name="id" select="f:anchor($entry)"/></xsl:if>
      <th scope="row" role="rowheader">
        <a href="{if ($numbered) then $diplomatic-href[$entry/ancestor::fw] else $reading-href}#{f:anchor($entry)}">
          <xsl:if test="$numbered"><span class="number-of-note">{f:label($entry)}</span><xsl:text>, </xsl:text></xsl:if>
          <xsl:text>{f:whereabouts($entry)}</xsl:text>
        </a>
      </th>
      <xsl:if test="not($numbered)">
        <td role="cell" data-label="{f:say('column-context')}" class="context">
          <xsl:sequence select="f:in-language($lang)"/>
          <xsl:for-each select="$entry"><xsl:call-template name="in-context"><xsl:with-param name="contexts" select="$contexts"/></xsl:call-template></xsl:for-each>
        </td>
      </xsl:if>
      <td role="cell" data-label="{f:say('column-edition')}"><xsl:for-each select="$entry"><xsl:call-template name="edited-words"/></xsl:for-each></td>
      <td role="cell" data-label="{f:say('column-witness-reads')}">
        <xsl:choose>
          <xsl:when test="f:words(.) = ''"><span class="left-out">{f:say('lacks-words')}</span></xsl:when>
          <xsl:otherwise><span class="was"><xsl:sequence select="f:in-language($lang)"/>{f:words(.)}</span></xsl:otherwise>
        </xsl:choose>
      </td>
      <td role="cell" data-label="{f:say('column-witness')}">
        <xsl:call-template name="witnesses-of"><xsl:with-param name="pointers" select="tokenize(@wit)"/></xsl:call-template>
        <xsl:if test="$anchors">
          <xsl:for-each select="f:reasons($entry)"><xsl:text> </xsl:text><span class="small"><xsl:sequence select="f:id(.)"/><xsl:apply-templates mode="prose"/></span></xsl:for-each>
        </xsl:if>
      </td>
      <td role="cell" data-label="{f:say('column-differs')}">{(f:differs(@type)[.], '–')[1]}</td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
